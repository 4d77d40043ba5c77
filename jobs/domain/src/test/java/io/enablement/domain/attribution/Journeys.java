package io.enablement.domain.attribution;

import io.enablement.domain.ContentEvents;
import io.enablement.domain.TrainingEvents;
import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.Rates;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Journeys of deals, folded from all touches there are. */
final class Journeys {

    static final Rules RULES = new Rules(BusinessCalendar.DEFAULT, Rates.only("USD"));

    private Journeys() {}

    /** A use of content by {@code ann}, known by its id. */
    static Touch use(String id, Moment at) {
        return touch(ContentEvents.happened(ContentEvent.Kind.VIEWED, at).id(id));
    }

    static Touch touch(ContentEvents use) {
        return Touch.of(use.event(), RULES.calendar()).orElseThrow();
    }

    /** The first touch of one training event. */
    static Touch touch(TrainingEvents training) {
        return TrainingTouches.of(TrainingEvents.history(training), RULES.calendar()).get(0);
    }

    /** Of the first deal, into which the others may have been merged. */
    static Journey of(List<Touch> touches, Deal deal, Deal... others) {
        return of(AttributionRules.DEFAULT, touches, deal, others);
    }

    static Journey of(AttributionRules rules, List<Touch> touches, Deal deal, Deal... others) {
        FollowedDeal closed = FollowedDeal.of(deal, RULES).orElseThrow();
        List<FollowedDeal> merged =
                Arrays.stream(others)
                        .map(other -> FollowedDeal.of(other, RULES).orElseThrow())
                        .filter(other -> other.destination().equals(deal.dealId()))
                        .toList();
        List<Links> links = new ArrayList<>();
        Claims.of(closed, merged, rules)
                .forEach(
                        (link, windows) ->
                                links.add(
                                        Links.of(
                                                touches.stream()
                                                        .filter(t -> t.linkKey().equals(link))
                                                        .toList(),
                                                windows,
                                                rules)));
        return Journey.of(closed.closed(), links, rules);
    }

    static List<String> ids(Journey journey) {
        return journey.touches().stream().map(linked -> linked.touch().id()).toList();
    }
}
