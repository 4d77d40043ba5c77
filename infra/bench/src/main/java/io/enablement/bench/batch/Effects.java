package io.enablement.bench.batch;

import io.enablement.bench.contest.Clock;
import io.enablement.bench.contest.Contestant;
import io.enablement.bench.contest.Race;
import io.enablement.impact.did.Estimation;
import io.enablement.impact.did.GroupTimeEffects;
import io.enablement.impact.did.GroupTimeResult;
import io.enablement.impact.panel.Panel;
import io.enablement.impact.panel.TimeScale;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Group-time effects over a panel of as many rep-months as the race has events: 36 months, eight
 * cohorts of a twentieth of the reps each, three covariates, reps in teams of 25; estimated as the
 * product does, doubly robust with 999 draws of the bootstrap.
 */
public final class Effects implements Contestant {

    private static final long SEED = 5;
    private static final int MONTHS = 36;
    private static final int COHORTS = 8;
    private static final int FIRST_COHORT = 12;
    private static final int SHARE_OF_COHORT = 20;
    private static final int COVARIATES = 3;
    private static final int REPS_OF_TEAM = 25;
    private static final double EFFECT = 0.1;

    private List<String> numbers = List.of();

    @Override
    public void run(Race race) {
        Panel panel = panel((int) Math.max(SHARE_OF_COHORT * 10, race.events() / MONTHS));
        Clock.eventIsRead();
        GroupTimeResult result = GroupTimeEffects.of(panel, Estimation.STANDARD);
        numbers = List.of(result.overall().toString());
    }

    @Override
    public List<String> numbers() {
        return numbers;
    }

    private static Panel panel(int reps) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] cohorts = new int[reps];
        int[] teams = new int[reps];
        double[] weights = new double[reps];
        double[] levels = new double[reps];
        double[] covariates = new double[reps * COVARIATES];
        for (int rep = 0; rep < reps; rep++) {
            int cohort = rep % SHARE_OF_COHORT;
            cohorts[rep] = cohort < COHORTS ? FIRST_COHORT + 2 * cohort : Panel.NEVER;
            teams[rep] = rep / REPS_OF_TEAM;
            weights[rep] = 1;
            levels[rep] = random.nextDouble();
            for (int trait = 0; trait < COVARIATES; trait++) {
                covariates[rep * COVARIATES + trait] = random.nextDouble();
            }
        }
        double[] outcomes = new double[reps * MONTHS];
        for (int month = 0; month < MONTHS; month++) {
            for (int rep = 0; rep < reps; rep++) {
                double effect = month >= cohorts[rep] ? EFFECT : 0;
                outcomes[month * reps + rep] = levels[rep] + effect + random.nextDouble();
            }
        }
        return new Panel(
                TimeScale.NUMBER,
                IntStream.range(0, reps).mapToObj(rep -> "rep-" + rep).toList(),
                IntStream.range(0, MONTHS).toArray(),
                outcomes,
                cohorts,
                weights,
                teams,
                List.of("tenure", "quota", "team_size"),
                covariates);
    }
}
