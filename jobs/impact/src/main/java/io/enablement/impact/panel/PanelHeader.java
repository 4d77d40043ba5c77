package io.enablement.impact.panel;

import java.util.List;
import java.util.Optional;

/**
 * Where the columns of a panel stand in its file.
 *
 * @param weight {@link #ABSENT} where there is none; so is {@code cluster}
 */
record PanelHeader(
        int unit,
        int time,
        int outcome,
        int cohort,
        int weight,
        int cluster,
        int[] covariates,
        int all) {

    static final int ABSENT = -1;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Empty, with the problems, where a column is missing, there twice, or asked for twice. */
    static Optional<PanelHeader> of(
            List<String> header, PanelColumns columns, List<String> problems) {
        List<String> there =
                header.stream().map(name -> name.replace(BYTE_ORDER_MARK, "").strip()).toList();
        int before = problems.size();
        List<String> names = columns.names();
        for (String name : names.stream().distinct().toList()) {
            if (!there.contains(name)) {
                problems.add(
                        "line 1: there is no column %s; there are %s"
                                .formatted(name, String.join(", ", there)));
            } else if (there.indexOf(name) != there.lastIndexOf(name)) {
                problems.add("line 1: the column " + name + " is there twice; rename one");
            }
        }
        for (String name : columns.covariates()) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                problems.add("the column " + name + " is a covariate and something else as well");
            }
        }
        return problems.size() > before ? Optional.empty() : Optional.of(places(there, columns));
    }

    private static PanelHeader places(List<String> there, PanelColumns columns) {
        return new PanelHeader(
                there.indexOf(columns.unit()),
                there.indexOf(columns.time()),
                there.indexOf(columns.outcome()),
                there.indexOf(columns.cohort()),
                place(there, columns.weight()),
                place(there, columns.cluster()),
                columns.covariates().stream().mapToInt(there::indexOf).toArray(),
                there.size());
    }

    private static int place(List<String> there, String column) {
        return column.isEmpty() ? ABSENT : there.indexOf(column);
    }
}
