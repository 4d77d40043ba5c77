package io.enablement.cli.people;

import io.enablement.cli.clickhouse.ClickHouse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The names of reps, which stand in no event and in no result. */
record Directory(ClickHouse clickHouse) {

    /** A rep's newest name counts. */
    void keep(Map<String, String> namesByRep) {
        List<Map<String, Object>> rows = new ArrayList<>();
        namesByRep.forEach((rep, name) -> rows.add(Map.of("rep_id", rep, "name", name)));
        clickHouse.insert("rep_directory", rows);
    }

    List<String> without(Collection<String> reps) {
        List<String> known =
                clickHouse
                        .rows(
                                "SELECT DISTINCT rep_id FROM rep_directory WHERE rep_id IN"
                                        + " {reps:Array(String)}",
                                Map.of("reps", array(reps)))
                        .stream()
                        .map(row -> row.get(0))
                        .toList();
        return reps.stream().filter(rep -> !known.contains(rep)).toList();
    }

    /** Every name that these reps ever had, before it returns. */
    void forget(Collection<String> reps) {
        clickHouse.change(
                "ALTER TABLE rep_directory DELETE WHERE rep_id IN {reps:Array(String)} SETTINGS"
                        + " mutations_sync = 2",
                Map.of("reps", array(reps)));
    }

    private static String array(Collection<String> texts) {
        return texts.stream()
                .map(text -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
