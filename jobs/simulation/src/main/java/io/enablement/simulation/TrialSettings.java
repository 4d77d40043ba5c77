package io.enablement.simulation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * An organisation with one programme, to try estimators on.
 *
 * @param selection who takes part
 * @param winRate what the programme truly adds to the probability of winning a deal that is decided
 *     after the completion; 0 where it does nothing
 * @param months that are seen; the organisation has been at work before them
 * @param launch month in which the first wave starts, counted from 0
 * @param share of those who could take part (of teams where whole teams are sent)
 */
public record TrialSettings(
        Selection selection,
        double winRate,
        int reps,
        int months,
        int launch,
        int waves,
        int monthsBetween,
        double share,
        double dealsPerMonth) {

    /** So that deals of every age are decided in the first month that is seen. */
    static final int MONTHS_BEFORE = 6;

    /**
     * @throws IllegalArgumentException if anything is wrong; the message lists all of it
     */
    public TrialSettings {
        List<String> problems = new ArrayList<>();
        check(winRate >= -1 && winRate <= 1, "winRate is not between -1 and 1", problems);
        check(months >= 2 && months <= 100, "months is not between 2 and 100", problems);
        check(launch >= 0 && launch < months, "launch is not one of the months", problems);
        check(waves >= 1 && waves <= 100, "waves is not between 1 and 100", problems);
        check(monthsBetween >= 0, "monthsBetween is negative", problems);
        check(share >= 0 && share <= 1, "share is not between 0 and 1", problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    Programme programme() {
        return new Programme(
                "prog-trial",
                "Trial",
                "training",
                Audience.everybody(),
                new Rollout(selection, MONTHS_BEFORE + launch, waves, monthsBetween, share),
                Effect.onWinRate(winRate),
                false);
    }

    SimulationSettings organisation(long seed) {
        YearMonth last = SimulationSettings.DEFAULT_LAST_MONTH;
        return new SimulationSettings(
                reps,
                MONTHS_BEFORE + months,
                seed,
                last,
                dealsPerMonth,
                0,
                1,
                DisorderProfile.NONE);
    }

    private static void check(boolean right, String problem, List<String> problems) {
        if (!right) {
            problems.add(problem);
        }
    }
}
