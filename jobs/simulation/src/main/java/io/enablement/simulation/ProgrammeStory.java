package io.enablement.simulation;

import io.enablement.domain.event.ProgrammeEvent;
import io.enablement.domain.event.ProgrammeEvent.Kind;
import java.util.List;

/** What is announced of the programmes: definitions, content, retirement. */
final class ProgrammeStory {

    private static final long ANNOUNCED_DAYS = 45;
    private static final long BASELINE_DAYS = 180;
    private static final long PAYBACK_DAYS = 270;
    private static final long COST_MINOR = 4_000_000;
    private static final double HALF_LIFE_OF_A_TOUCH = 30;

    private final World world;
    private final Dice dice;

    ProgrammeStory(World world) {
        this.world = world;
        this.dice = Dice.of(world.settings().seed(), "programmes", 0);
    }

    void tell() {
        for (Programme programme : world.programmes()) {
            long launch = launch(programme);
            define(programme, 1, COST_MINOR, launch - ANNOUNCED_DAYS * Timeline.DAY);
            publish(programme, "v1", launch);
            if (programme.practised()) {
                define(programme, 2, COST_MINOR * 5 / 4, launch + 30 * Timeline.DAY);
            }
            publish(
                    programme,
                    "v2",
                    Timeline.startOf(programme.secondVersionDay(world.timeline())));
            if (programme.effect().winRate() < 0) {
                retire(programme, launch + 150 * Timeline.DAY);
            }
        }
    }

    private long launch(Programme programme) {
        return Timeline.startOf(world.timeline().monthStart(programme.rollout().launchMonth()));
    }

    private void define(Programme programme, int version, long costMinor, long at) {
        long launch = launch(programme);
        tell(
                new ProgrammeEvent(
                        world.envelope(Sources.LMS, at, dice),
                        Kind.DEFINED,
                        programme.id(),
                        version,
                        programme.name(),
                        programme.kind(),
                        "enablement",
                        programme.audience().roles(),
                        programme.audience().regions(),
                        launch,
                        launch + PAYBACK_DAYS * Timeline.DAY,
                        costMinor,
                        SimulationSettings.REPORTING_CURRENCY,
                        primaryMetric(programme.effect()),
                        launch - BASELINE_DAYS * Timeline.DAY,
                        launch,
                        programme.rollout().selection().assignment(),
                        List.of(programme.courseId()),
                        programme.contentIds(),
                        "",
                        HALF_LIFE_OF_A_TOUCH));
    }

    /** What its makers hoped for; those without any effect hoped for wins. */
    private static String primaryMetric(Effect effect) {
        if (effect.sizeFactor() != 1) {
            return "avg_deal_amount";
        }
        return effect.cycleFactor() != 1 && effect.winRate() == 0
                ? "cycle_days_won"
                : "close_rate_count";
    }

    private void publish(Programme programme, String version, long at) {
        tell(announcement(programme, Kind.CONTENT_PUBLISHED, programme.contentIds(), version, at));
    }

    private void retire(Programme programme, long at) {
        tell(announcement(programme, Kind.RETIRED, List.of(), "", at));
    }

    private ProgrammeEvent announcement(
            Programme programme, Kind kind, List<String> contentIds, String version, long at) {
        return new ProgrammeEvent(
                world.envelope(Sources.LMS, at, dice),
                kind,
                programme.id(),
                null,
                "",
                "",
                "",
                List.of(),
                List.of(),
                null,
                null,
                null,
                "",
                "",
                null,
                null,
                "",
                List.of(),
                contentIds,
                version,
                null);
    }

    private void tell(ProgrammeEvent event) {
        if (event.envelope().occurredAtMicros() < world.timeline().endMicros()) {
            world.tell(event);
        }
    }
}
