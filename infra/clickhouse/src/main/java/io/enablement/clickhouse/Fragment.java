package io.enablement.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A piece of SQL that several views share. */
record Fragment(String text) {

    private static final String FOLDER = "/io/enablement/clickhouse/views/fragments/";

    /** Each may name those before it. */
    private static final List<String> NAMES =
            List.of(
                    "no_facts",
                    "parts_as_facts",
                    "parts_alone",
                    "busy_month",
                    "rep_membership",
                    "all_cohorts",
                    "now",
                    "at_moment",
                    "when_known",
                    "group_fact",
                    "groups",
                    "groups_now",
                    "chosen_membership",
                    "chosen_cohorts",
                    "chosen",
                    "set_period",
                    "rep_period",
                    "group_period",
                    "scorecard",
                    "rep_scorecard",
                    "team_scorecard",
                    "company_scorecard",
                    "cohort_scorecard",
                    "control_scorecard",
                    "teams_scorecard",
                    "chosen_scorecard",
                    "programme_trainings",
                    "stage_fact",
                    "stage_metric",
                    "metric_entry",
                    "explained_entry",
                    "explained_part",
                    "explained_member",
                    "explained_use");

    /** What the file of that name holds, without comments. */
    static Fragment read(String name) {
        try (InputStream text = Fragment.class.getResourceAsStream(FOLDER + name + ".sql")) {
            return new Fragment(
                    new String(text.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("--"))
                            .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The placeholders of all fragments, filled with these and with one another. */
    static Map<String, String> placeholders(Map<String, String> others) {
        Map<String, String> known = new HashMap<>(others);
        Map<String, String> fragments = new HashMap<>();
        for (String name : NAMES) {
            String filled = read(name).filledWith(known);
            known.put(name, filled);
            fragments.put(name, filled);
        }
        return fragments;
    }

    private String filledWith(Map<String, String> placeholders) {
        String filled = text;
        for (Map.Entry<String, String> each : placeholders.entrySet()) {
            filled = filled.replace("${" + each.getKey() + "}", each.getValue());
        }
        return filled;
    }
}
