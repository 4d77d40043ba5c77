package io.enablement.impact.roi;

import java.util.List;

/**
 * What is known of a programme on each of the levels of Kirkpatrick (1959) and Phillips (1997):
 * inputs, reaction, learning, application, impact, return.
 */
public record Levels(List<Level> levels) {

    public Levels {
        levels = List.copyOf(levels);
    }

    /**
     * One level.
     *
     * @param evidence where it is filled, what fills it; else what is missing
     */
    public record Level(int number, String name, boolean filled, String evidence) {}

    /**
     * @param reps who were assigned
     * @param impact in words; empty where nothing is provable
     * @param roi in words; empty where there is none
     */
    public static Levels of(Practice practice, long reps, String cost, String impact, String roi) {
        return new Levels(
                List.of(
                        new Level(
                                0,
                                "inputs",
                                reps > 0,
                                reps > 0
                                        ? "%d reps assigned, %d completed; cost: %s"
                                                .formatted(reps, practice.completed(), cost)
                                        : "nobody was assigned"),
                        new Level(
                                1,
                                "reaction",
                                practice.surveys() > 0,
                                practice.surveys() > 0
                                        ? "survey mean %.2f of %d answers"
                                                .formatted(
                                                        practice.surveyMean(), practice.surveys())
                                        : "no survey was answered"),
                        new Level(2, "learning", practice.isLearned(), practice.learning()),
                        new Level(3, "application", practice.isApplied(), practice.application()),
                        filled(
                                4,
                                "impact",
                                impact,
                                "no effect on the registered outcome is provable"),
                        filled(5, "return", roi, "no return on investment can be given")));
    }

    private static Level filled(int number, String name, String evidence, String missing) {
        boolean filled = !evidence.isEmpty();
        return new Level(number, name, filled, filled ? evidence : missing);
    }
}
