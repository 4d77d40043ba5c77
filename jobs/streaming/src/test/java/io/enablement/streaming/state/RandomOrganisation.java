package io.enablement.streaming.state;

import io.enablement.domain.ContentEvents;
import io.enablement.domain.DealEvents;
import io.enablement.domain.Times;
import io.enablement.domain.TrainingEvents;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.TimeQuality;
import io.enablement.domain.event.TrainingEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Events of few reps and deals, so that everything meets: ties, conflicts, voids, merges, owners
 * who come and go, and times that nobody knows are common.
 */
public final class RandomOrganisation {

    private static final int DAYS = 240;
    private static final int DEALS = 8;
    private static final List<String> REPS = List.of("ann", "bob", "eve");
    private static final List<String> IDS = List.of("e-1", "e-2", "e-3", "e-4", "e-5", "e-6");

    private final Random random;

    private RandomOrganisation(long seed) {
        random = new Random(seed);
    }

    public static List<Event> events(long seed) {
        RandomOrganisation organisation = new RandomOrganisation(seed);
        List<Event> events = new ArrayList<>();
        for (int deal = 0; deal < DEALS; deal++) {
            organisation.addDeal("d-" + deal, events);
        }
        for (int touch = 0; touch < 60; touch++) {
            events.add(organisation.use(touch));
            events.add(organisation.training(touch));
        }
        return events;
    }

    /** The same events in another order, some of them more than once. */
    public static List<Event> rearranged(List<Event> events, long seed) {
        Random random = new Random(seed);
        List<Event> arrivals = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(4) == 0).forEach(arrivals::add);
        Collections.shuffle(arrivals, random);
        return arrivals;
    }

    private void addDeal(String dealId, List<Event> events) {
        int start = random.nextInt(DAYS - 100);
        if (random.nextInt(12) > 0) {
            events.add(
                    DealEvents.created(quality(day(start)))
                            .dealId(dealId)
                            .owner(rep())
                            .amount(amount(), currency())
                            .event());
        }
        for (int change = random.nextInt(5); change > 0; change--) {
            events.add(change(dealId, day(start + random.nextInt(100))));
        }
        if (random.nextInt(6) > 0) {
            DealEvent.Kind outcome =
                    random.nextBoolean() ? DealEvent.Kind.WON : DealEvent.Kind.LOST;
            events.add(
                    DealEvents.happened(outcome, quality(day(start + 40 + random.nextInt(60))))
                            .dealId(dealId)
                            .amount(amount(), "USD")
                            .event());
        }
    }

    private Event change(String dealId, Moment at) {
        DealEvents event =
                switch (random.nextInt(9)) {
                    case 0, 1, 2 -> DealEvents.ownerChanged(rep(), quality(at));
                    case 3 -> DealEvents.qualified(Qualification.WORK, at);
                    case 4 -> DealEvents.qualified(Qualification.DROPPED, at);
                    case 5 -> DealEvents.reopened(at);
                    case 6 -> DealEvents.merged("d-" + random.nextInt(DEALS), at);
                    case 7 -> DealEvents.undeleted(at);
                    default ->
                            random.nextInt(3) == 0
                                    ? DealEvents.deleted(at)
                                    : DealEvents.amountChanged(at).amount(amount(), currency());
                };
        DealEvent made = event.dealId(dealId).event();
        return made.mergedInto().equals(dealId)
                ? DealEvents.merged("nobody", at).dealId(dealId).event()
                : made;
    }

    private Event use(int place) {
        Moment at = quality(day(random.nextInt(DAYS)));
        String rep = random.nextInt(8) == 0 ? "" : rep();
        boolean namesADeal = rep.isEmpty() || random.nextInt(3) == 0;
        boolean takesBack = random.nextInt(6) == 0;
        return ContentEvents.happened(
                        takesBack ? ContentEvent.Kind.VOIDED : ContentEvent.Kind.VIEWED, at)
                .id(random.nextInt(3) == 0 ? id() : "use-" + place)
                .recorded(day(random.nextInt(DAYS)))
                .repId(rep)
                .dealId(namesADeal ? deal() : "")
                .contentId("c-" + random.nextInt(3))
                .target("test", random.nextBoolean() ? id() : "use-" + random.nextInt(60))
                .event();
    }

    private Event training(int place) {
        Moment at = quality(day(random.nextInt(DAYS)));
        List<TrainingEvent.Kind> kinds =
                List.of(
                        TrainingEvent.Kind.COMPLETED,
                        TrainingEvent.Kind.PASSED,
                        TrainingEvent.Kind.COACHED,
                        TrainingEvent.Kind.ASSIGNMENT_APPROVED,
                        TrainingEvent.Kind.VOIDED);
        TrainingEvents event =
                TrainingEvents.happened(kinds.get(random.nextInt(kinds.size())), at)
                        .id(random.nextInt(3) == 0 ? id() : "training-" + place)
                        .recorded(day(random.nextInt(DAYS)))
                        .repId(rep())
                        .programme("p-" + random.nextInt(2))
                        .target("test", random.nextBoolean() ? id() : "training-" + place / 2)
                        .deal(random.nextInt(3) == 0 ? deal() : "", "");
        return random.nextBoolean() ? event.event() : event.attempt(1 + place % 3).event();
    }

    /** Most times are known, some to the day alone, few not at all. */
    private Moment quality(Moment at) {
        return switch (random.nextInt(12)) {
            case 0 -> Moment.UNKNOWN;
            case 1, 2 -> new Moment(at.micros(), TimeQuality.DAY);
            default -> at;
        };
    }

    /** All of it is long over. */
    private static Moment day(int number) {
        return Times.day(number - 2 * DAYS);
    }

    private String rep() {
        return REPS.get(random.nextInt(REPS.size()));
    }

    private String deal() {
        return "d-" + random.nextInt(DEALS);
    }

    private String id() {
        return IDS.get(random.nextInt(IDS.size()));
    }

    private String currency() {
        return random.nextInt(6) == 0 ? "EUR" : "USD";
    }

    private Long amount() {
        return random.nextInt(5) == 0 ? null : (Long) (long) random.nextInt(100_000);
    }
}
