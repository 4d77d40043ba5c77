package io.enablement.simulation;

import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.RepEvent.Kind;
import io.enablement.domain.event.Target;
import io.enablement.domain.event.TimeQuality;

/** Hirings, changes, leaves: of the reps, and of those who lead them. */
final class EmploymentStory {

    private static final Target NO_TARGET = new Target("", "");
    private static final long DAYS_OF_SERVICE = 1_000;
    private static final double REPORTED_BY_MISTAKE = 0.02;

    private final World world;

    EmploymentStory(World world) {
        this.world = world;
    }

    void tell() {
        long hired = world.timeline().firstDay() - DAYS_OF_SERVICE;
        for (Team team : world.organisation().teams()) {
            tell(new Chapter(Kind.HIRED, hired, team), team.lead(), Organisation.TEAM_LEAD, "");
        }
        for (Rep rep : world.organisation().reps()) {
            for (Chapter chapter : rep.career().chapters()) {
                tell(chapter, rep.id(), rep.role(), chapter.team().lead());
            }
            reportByMistake(rep);
        }
    }

    private void tell(Chapter chapter, String repId, String role, String lead) {
        long at = Timeline.startOf(chapter.day());
        Dice dice = Dice.of(world.settings().seed(), repId, chapter.day());
        Envelope envelope = world.envelope(Sources.PEOPLE, at + 8 * Timeline.HOUR, dice);
        boolean hired = chapter.kind() == Kind.HIRED;
        boolean moved = hired || chapter.kind() == Kind.CHANGED;
        world.tell(
                new RepEvent(
                        envelope,
                        chapter.kind(),
                        repId,
                        hired ? role : "",
                        moved ? chapter.team().id() : "",
                        hired ? chapter.team().region() : "",
                        moved ? lead : "",
                        at,
                        NO_TARGET));
    }

    /** Reported as gone, and taken back; the two may be recorded in either order. */
    private void reportByMistake(Rep rep) {
        Dice dice = rep.dice();
        long at = world.timeline().startMicros() + dice.time(10, world.timeline().days() - 10);
        if (!dice.chance(REPORTED_BY_MISTAKE)) {
            return;
        }
        Envelope mistaken =
                world.sources()
                        .envelope(Sources.PEOPLE, at, at + dice.time(0, 4), TimeQuality.OCCURRED);
        world.tell(new RepEvent(mistaken, Kind.LEFT, rep.id(), "", "", "", "", null, NO_TARGET));
        world.tell(
                new RepEvent(
                        world.envelope(Sources.PEOPLE, at + dice.time(1, 3), dice),
                        Kind.VOIDED,
                        rep.id(),
                        "",
                        "",
                        "",
                        "",
                        null,
                        new Target(mistaken.source(), mistaken.id())));
    }
}
