package io.enablement.impact.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the lines of a panel together; lines that contradict each other are problems. */
final class PanelAssembly {

    private final PanelColumns columns;
    private final List<String> problems;
    private final Map<String, PanelUnit> units = new HashMap<>();
    private final List<PanelUnit> inOrder = new ArrayList<>();
    private final Map<String, Integer> clusters = new HashMap<>();

    PanelAssembly(PanelColumns columns, List<String> problems) {
        this.columns = columns;
        this.problems = problems;
    }

    void add(PanelRow row) {
        PanelUnit unit = units.get(row.unit());
        if (unit == null) {
            unit = new PanelUnit(row);
            units.put(row.unit(), unit);
            inOrder.add(unit);
            clusters.putIfAbsent(row.cluster(), clusters.size());
        }
        unit.add(row, columns, problems);
    }

    /** Empty, with the problem, where it is none as a whole. */
    Optional<Panel> panel(TimeScale scale) {
        if (inOrder.isEmpty()) {
            problems.add("it has no lines below its first");
            return Optional.empty();
        }
        int[] times = inOrder.stream().flatMapToInt(PanelUnit::times).distinct().sorted().toArray();
        if (times.length < 2) {
            problems.add(
                    "column %s: %s is the only period; an effect is a change between two"
                            .formatted(columns.time(), scale.format(times[0])));
        }
        if (inOrder.stream().allMatch(unit -> unit.cohort() == Panel.NEVER)) {
            problems.add(
                    "column %s: is 0 or empty everywhere; nobody ever starts"
                            .formatted(columns.cohort()));
        }
        for (int place = 0; place < columns.covariates().size(); place++) {
            checkThatItVaries(place);
        }
        return problems.isEmpty() ? Optional.of(panel(scale, times)) : Optional.empty();
    }

    private void checkThatItVaries(int covariate) {
        double first = inOrder.get(0).covariates()[covariate];
        if (inOrder.stream().allMatch(unit -> unit.covariates()[covariate] == first)) {
            problems.add(
                    "column %s: is %s for every unit; a covariate has to differ"
                            .formatted(columns.covariates().get(covariate), first));
        }
    }

    private Panel panel(TimeScale scale, int[] times) {
        int count = inOrder.size();
        int width = columns.covariates().size();
        double[] outcomes = new double[count * times.length];
        Arrays.fill(outcomes, Double.NaN);
        double[] covariates = new double[count * width];
        for (int place = 0; place < count; place++) {
            inOrder.get(place).fill(outcomes, place, count, times);
            System.arraycopy(inOrder.get(place).covariates(), 0, covariates, place * width, width);
        }
        return new Panel(
                scale,
                inOrder.stream().map(PanelUnit::name).toList(),
                times,
                outcomes,
                inOrder.stream().mapToInt(PanelUnit::cohort).toArray(),
                inOrder.stream().mapToDouble(PanelUnit::weight).toArray(),
                inOrder.stream().mapToInt(unit -> clusters.get(unit.cluster())).toArray(),
                columns.covariates(),
                covariates);
    }
}
