package io.enablement.simulation;

import io.enablement.domain.deal.Part;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.ContentEvent.Kind;
import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Target;
import io.enablement.domain.event.TimeQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One use of content: by a rep at the desk, by a rep on a deal, or by a buyer. */
final class ContentStory {

    private static final List<Kind> BY_REPS =
            List.of(Kind.VIEWED, Kind.VIEWED, Kind.SHARED, Kind.PRESENTED, Kind.DOWNLOADED);
    private static final List<Material> LIBRARY =
            IntStream.rangeClosed(1, 20)
                    .mapToObj(number -> Organisation.id("content-library", 2, number))
                    .map(id -> new Material(id, "", Long.MAX_VALUE))
                    .toList();
    private static final Target NO_TARGET = new Target("", "");
    private static final int PAGES = 12;
    private static final double OF_A_PROGRAMME = 0.4;
    private static final double STALE = 0.15;
    private static final double TIME_UNKNOWN = 0.002;
    private static final double VOIDED = 0.005;
    private static final double REP_NAMED = 0.5;

    private final World world;
    private final Rep rep;
    private final String dealId;
    private final String accountId;
    private final long at;
    private final Dice dice;

    private ContentStory(
            World world, Rep rep, String dealId, String accountId, long at, Dice dice) {
        this.world = world;
        this.rep = rep;
        this.dealId = dealId;
        this.accountId = accountId;
        this.at = at;
        this.dice = dice;
    }

    static ContentStory atTheDesk(World world, Rep rep, long at, Dice dice) {
        return new ContentStory(world, rep, "", "", at, dice);
    }

    static ContentStory onDeal(
            World world, Rep rep, String dealId, String accountId, long at, Dice dice) {
        return new ContentStory(world, rep, dealId, accountId, at, dice);
    }

    void tellUseByRep() {
        tell(dice.pick(BY_REPS));
    }

    /** A buyer looks at what was shared; the tool names the deal, and not always the rep. */
    void tellViewByBuyer() {
        if (dice.chance(REP_NAMED)) {
            tell(Kind.BUYER_VIEWED);
            return;
        }
        world.tell(event(world.envelope(Sources.CONTENT, at, dice), Kind.BUYER_VIEWED, ""));
    }

    private void tell(Kind kind) {
        if (dice.chance(TIME_UNKNOWN)) {
            Envelope unknown =
                    world.sources().envelope(Sources.CONTENT, 0, at, TimeQuality.UNKNOWN);
            world.tell(event(unknown, kind, rep.id()));
            return;
        }
        Envelope envelope = world.envelope(Sources.CONTENT, at, dice);
        world.tell(event(envelope, kind, rep.id()));
        if (dice.chance(VOIDED) && at + 3 * Timeline.DAY < world.timeline().endMicros()) {
            takeBack(envelope);
            return;
        }
        book(Part.CONTENT_USES, 1);
        book(Part.CONTENT_USES_ON_DEALS, dealId.isEmpty() ? 0 : 1);
    }

    private void book(Part part, long amount) {
        world.books().post(rep.id(), "", part, amount, Timeline.dateOf(at));
    }

    private void takeBack(Envelope target) {
        world.tell(
                new ContentEvent(
                        world.envelope(Sources.CONTENT, at + dice.time(0.1, 2), dice),
                        Kind.VOIDED,
                        rep.id(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        null,
                        null,
                        null,
                        new Target(target.source(), target.id())));
    }

    private ContentEvent event(Envelope envelope, Kind kind, String repId) {
        Material material = material();
        return new ContentEvent(
                envelope,
                kind,
                repId,
                dealId,
                accountId,
                material.contentId,
                material.version(at, dice),
                material.programmeId,
                (long) dice.below(1_200),
                1 + dice.below(PAGES),
                PAGES,
                NO_TARGET);
    }

    /** Who has been trained often uses the content of the programme. */
    private Material material() {
        if (rep.enrolments().isEmpty() || !dice.chance(OF_A_PROGRAMME)) {
            return dice.pick(LIBRARY);
        }
        List<Programme> known = new ArrayList<>();
        for (Enrolment enrolment : rep.enrolments()) {
            if (enrolment.isTrainedBy(at)) {
                known.add(enrolment.programme());
            }
        }
        if (known.isEmpty()) {
            return dice.pick(LIBRARY);
        }
        Programme programme = dice.pick(known);
        return new Material(
                dice.pick(programme.contentIds()),
                programme.id(),
                programme.secondVersionDay(world.timeline()));
    }

    /** A piece of content, and from when on there is a second version of it. */
    private record Material(String contentId, String programmeId, long secondVersionDay) {

        String version(long at, Dice dice) {
            boolean renewed = Timeline.dayOf(at) >= secondVersionDay;
            return renewed && !dice.chance(STALE) ? "v2" : "v1";
        }
    }
}
