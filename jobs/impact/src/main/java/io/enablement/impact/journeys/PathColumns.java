package io.enablement.impact.journeys;

import java.util.List;
import java.util.Optional;

/**
 * Where the columns of a path table stand.
 *
 * @param value {@link #ABSENT} where the file has no such column; so is {@code lost}
 */
record PathColumns(int path, int won, int value, int lost, int all) {

    static final String PATH = "path";
    static final String WON = "total_conversions";
    static final String VALUE = "total_conversion_value";
    static final String LOST = "total_null";
    static final String NAMES = String.join(",", PATH, WON, VALUE, LOST);
    static final int ABSENT = -1;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Empty, with the problems, where a column is missing or there twice. */
    static Optional<PathColumns> of(List<String> header, List<String> problems) {
        List<String> names =
                header.stream().map(name -> name.replace(BYTE_ORDER_MARK, "").strip()).toList();
        int before = problems.size();
        for (String needed : List.of(PATH, WON)) {
            if (!names.contains(needed)) {
                problems.add(
                        "line 1: there is no column %s, only %s; name the columns %s"
                                .formatted(needed, String.join(", ", names), NAMES));
            }
        }
        for (String known : List.of(PATH, WON, VALUE, LOST)) {
            if (names.indexOf(known) != names.lastIndexOf(known)) {
                problems.add("line 1: the column " + known + " is there twice; remove one");
            }
        }
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(
                        new PathColumns(
                                names.indexOf(PATH),
                                names.indexOf(WON),
                                names.indexOf(VALUE),
                                names.indexOf(LOST),
                                names.size()));
    }
}
