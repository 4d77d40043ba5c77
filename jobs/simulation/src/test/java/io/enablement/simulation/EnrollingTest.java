package io.enablement.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EnrollingTest {

    private static final SimulationSettings SETTINGS = SimulationSettings.standard(600, 24, 3);
    private static final int LAUNCH = 8;

    @Test
    void lotsGoToHalfOfThoseWhoCouldTakePartWhateverTheirTalent() {
        World world = world(Selection.LOT, 2);
        long launch = world.timeline().monthStart(LAUNCH);
        long eligible =
                world.organisation().reps().stream()
                        .filter(rep -> rep.isActive(launch))
                        .filter(rep -> rep.career().hiredDay() + 90 <= launch)
                        .count();

        List<Rep> enrolled = enrolled(world);

        assertThat((double) enrolled.size() / eligible).isBetween(0.45, 0.51);
        assertThat(meanTalent(enrolled)).isBetween(0.45, 0.55);
    }

    @Test
    void managersSendWholeTeams() {
        World world = world(Selection.TEAMS, 1);
        long launch = world.timeline().monthStart(LAUNCH);
        Set<Team> teams = new HashSet<>();
        enrolled(world).forEach(rep -> teams.add(rep.career().teamAt(launch)));

        long settled =
                world.organisation().reps().stream()
                        .filter(rep -> teams.contains(rep.career().teamAt(launch)))
                        .filter(rep -> rep.isActive(launch) && rep.isActive(launch + 21))
                        .filter(rep -> rep.career().hiredDay() + 90 <= launch)
                        .filter(rep -> rep.enrolments().isEmpty())
                        .count();

        assertThat(teams.size()).isBetween(30, 40);
        assertThat(settled).isZero();
    }

    @Test
    void everybodyWhoIsHiredIsEnrolledWithinAWeek() {
        World world = world(Selection.NEW_HIRES, 1);

        assertThat(enrolled(world))
                .hasSizeGreaterThan(80)
                .allMatch(rep -> enrolledDay(rep) - rep.career().hiredDay() < 7);
    }

    @Test
    void betterRepsEnrolThemselves() {
        assertThat(meanTalent(enrolled(world(Selection.BETTER_REPS, 2)))).isGreaterThan(0.7);
    }

    @Test
    void whoHadABadTimeEnrolsWhenItIsJustOver() {
        List<Rep> enrolled = enrolled(world(Selection.AFTER_A_DIP, 1));

        assertThat(enrolled).hasSizeGreaterThan(50).allMatch(EnrollingTest::hasJustHadASlump);
    }

    private static World world(Selection selection, int waves) {
        Programme programme =
                new Programme(
                        "prog-trial",
                        "Trial",
                        "training",
                        Audience.everybody(),
                        new Rollout(selection, LAUNCH, waves, 2, 0.5),
                        Effect.NONE,
                        false);
        return World.of(SETTINGS, List.of(programme));
    }

    private static List<Rep> enrolled(World world) {
        List<Rep> enrolled = new ArrayList<>(world.organisation().reps());
        enrolled.removeIf(rep -> rep.enrolments().isEmpty());
        return enrolled;
    }

    private static double meanTalent(List<Rep> reps) {
        return reps.stream().mapToDouble(Rep::talent).average().orElseThrow();
    }

    private static long enrolledDay(Rep rep) {
        return Timeline.dayOf(rep.enrolments().get(0).enrolledAt());
    }

    private static boolean hasJustHadASlump(Rep rep) {
        return rep.slumps().stream()
                .anyMatch(
                        slump ->
                                enrolledDay(rep) >= slump.to()
                                        && enrolledDay(rep) < slump.to() + 16);
    }
}
