package io.enablement.streaming.state;

import static java.util.stream.Collectors.groupingBy;

import io.enablement.domain.attribution.AttributionRules;
import io.enablement.domain.attribution.ClosedDeal;
import io.enablement.domain.attribution.FollowedDeal;
import io.enablement.domain.attribution.Journey;
import io.enablement.domain.attribution.LinkedTouch;
import io.enablement.domain.attribution.Touch;
import io.enablement.domain.attribution.TouchType;
import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.DealHistory;
import io.enablement.domain.deal.DealStatus;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Kind;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.domain.event.Voidable;
import io.enablement.streaming.ingest.ContentFormat;
import io.enablement.streaming.ingest.DealFormat;
import io.enablement.streaming.ingest.TrainingFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Attribution as plainly as its definition says it: every touch held against every deal. */
public final class SimpleAttribution {

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final AttributionRules rules;
    private final Map<String, List<DealEvent>> histories = new TreeMap<>();
    private final Map<String, Deal> deals = new TreeMap<>();
    private final List<Touch> touches = new ArrayList<>();

    private SimpleAttribution(Collection<? extends Event> events, AttributionRules rules) {
        this.rules = rules;
        List<Event> counted = unique(events);
        of(counted, DealEvent.class).forEach(histories::put);
        histories.forEach((id, history) -> deals.put(id, new DealHistory(history).deal()));
        of(counted, TrainingEvent.class).values().forEach(this::addTrainings);
        of(counted, ContentEvent.class).values().forEach(this::addUses);
        touches.sort(Touch.ORDER);
    }

    /** The journeys of all deals that are over, by deal. */
    public static Map<String, Journey> journeys(
            Collection<? extends Event> events, AttributionRules rules) {
        SimpleAttribution attribution = new SimpleAttribution(events, rules);
        Map<String, Journey> journeys = new TreeMap<>();
        attribution.deals.forEach(
                (id, deal) -> {
                    if (isClosed(deal)) {
                        journeys.put(id, attribution.journey(deal));
                    }
                });
        return journeys;
    }

    private static boolean isClosed(Deal deal) {
        return Set.of(DealStatus.WON, DealStatus.LOST, DealStatus.DROPPED).contains(deal.status());
    }

    private Journey journey(Deal deal) {
        ClosedDeal closed = FollowedDeal.of(deal, AttributionRun.RULES).orElseThrow().closed();
        List<LinkedTouch> linked = new ArrayList<>();
        for (Touch touch : touches) {
            origin(touch, deal).ifPresent(id -> linked.add(new LinkedTouch(touch, id)));
        }
        int more = Math.max(0, linked.size() - rules.touchesPerDeal());
        int first = more == 0 ? 0 : (rules.touchesPerDeal() + 1) / 2;
        linked.subList(first, first + more).clear();
        return new Journey(closed, linked, more);
    }

    /** Which deal links the touch to the deal: the deal, or one that was merged into it. */
    private Optional<String> origin(Touch touch, Deal deal) {
        if (!isWithin(touch, deal.creation().at(), deal.closing().at())
                || at(touch) < horizonBefore(deal.closing().at())) {
            return Optional.empty();
        }
        Stream<String> merged =
                deals.values().stream()
                        .filter(other -> other.status() == DealStatus.MERGED)
                        .filter(other -> other.removal().mergedInto().equals(deal.dealId()))
                        .filter(other -> links(other, touch, other.removal().at()))
                        .map(Deal::dealId);
        return links(deal, touch, deal.closing().at())
                ? Optional.of(deal.dealId())
                : merged.findFirst();
    }

    private boolean links(Deal deal, Touch touch, Moment end) {
        return touch.namesADeal()
                ? touch.dealId().equals(deal.dealId())
                : isWithin(touch, deal.creation().at(), end)
                        && touch.repId().equals(ownerAt(at(touch), deal));
    }

    private boolean isWithin(Touch touch, Moment created, Moment end) {
        return created.isKnown()
                && end.isKnown()
                && at(touch) >= created.micros() - lookbackDays(touch.type()) * MICROS_PER_DAY
                && at(touch) < end.micros();
    }

    private long lookbackDays(TouchType type) {
        return switch (type) {
            case CONTENT -> rules.contentDays();
            case TRAINING -> rules.trainingDays();
            case ASSIGNMENT -> rules.assignmentDays();
            case COACHING -> rules.coachingDays();
            case UNATTRIBUTED -> throw new IllegalArgumentException();
        };
    }

    private long horizonBefore(Moment closed) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH,
                BusinessCalendar.instant(closed.micros())
                        .atOffset(ZoneOffset.UTC)
                        .minusMonths(rules.horizonMonths())
                        .toInstant());
    }

    /** The last who came by then; before the first, the first. */
    private String ownerAt(long micros, Deal deal) {
        String owner = "";
        String first = null;
        String now = null;
        boolean created = false;
        for (DealEvent event : histories.get(deal.dealId())) {
            boolean begins = event.kind() == Kind.CREATED && !created && owner.isEmpty();
            created |= event.kind() == Kind.CREATED;
            if (!begins && event.kind() != Kind.OWNER_CHANGED) {
                continue;
            }
            if (begins) {
                first = first == null || first.isEmpty() ? event.owner() : first;
                now = now != null && now.isEmpty() ? event.owner() : now;
            }
            owner = event.owner();
            first = first == null ? owner : first;
            boolean hasCome = !event.occurred().isKnown() || event.occurred().micros() <= micros;
            now = hasCome ? owner : now;
        }
        return now == null ? first : now;
    }

    private static long at(Touch touch) {
        return touch.occurredMicros();
    }

    private void addUses(List<ContentEvent> uses) {
        Voidable.standing(uses).stream()
                .map(use -> Touch.of(use, BusinessCalendar.DEFAULT))
                .flatMap(Optional::stream)
                .forEach(touches::add);
    }

    private void addTrainings(List<TrainingEvent> trainings) {
        Set<String> attempts = new HashSet<>();
        for (TrainingEvent event : Voidable.standing(trainings)) {
            String attempt = event.programmeId() + "|" + event.courseId() + "|" + event.attempt();
            if (!event.occurred().isKnown()) {
                continue;
            }
            if (event.trains()) {
                if (attempts.add(attempt)) {
                    touches.add(touch(TouchType.TRAINING, event));
                }
            } else if (event.kind() == TrainingEvent.Kind.ASSIGNMENT_APPROVED) {
                touches.add(touch(TouchType.ASSIGNMENT, event));
            } else if (event.kind() == TrainingEvent.Kind.COACHED) {
                touches.add(touch(TouchType.COACHING, event));
            }
        }
    }

    private static Touch touch(TouchType type, TrainingEvent event) {
        return new Touch(
                type,
                "training",
                event.kind().name().toLowerCase(Locale.ROOT),
                event.envelope().source(),
                event.envelope().id(),
                event.occurred().micros(),
                event.repId(),
                event.dealId(),
                event.programmeId(),
                event.courseId(),
                "",
                "");
    }

    /** Of each identity the greater (recorded_at, bytes), in the order of events. */
    private static List<Event> unique(Collection<? extends Event> events) {
        Comparator<Event> byContent =
                Comparator.<Event>comparingLong(event -> event.envelope().recordedAtMicros())
                        .thenComparing(SimpleAttribution::bytes, Arrays::compareUnsigned);
        Map<List<String>, Event> unique = new LinkedHashMap<>();
        for (Event event : events) {
            unique.merge(
                    List.of(
                            event.family().label(),
                            keeper(event),
                            event.envelope().source(),
                            event.envelope().id()),
                    event,
                    (one, other) -> byContent.compare(one, other) >= 0 ? one : other);
        }
        return unique.values().stream().sorted(Event.ORDER).toList();
    }

    private static String keeper(Event event) {
        return event instanceof ContentEvent use
                ? use.repId() + "/" + aggregate(use)
                : event.aggregate();
    }

    private static String aggregate(ContentEvent use) {
        return use.repId().isEmpty() ? use.dealId() : "";
    }

    private static <E extends Event> Map<String, List<E>> of(List<Event> events, Class<E> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .collect(groupingBy(SimpleAttribution::keeper));
    }

    private static byte[] bytes(Event event) {
        return switch (event.family()) {
            case DEAL -> new DealFormat().write((DealEvent) event);
            case TRAINING -> new TrainingFormat().write((TrainingEvent) event);
            case CONTENT -> new ContentFormat().write((ContentEvent) event);
            case PROGRAMME, REP, QUOTA -> new byte[0];
        };
    }
}
