package io.enablement.domain;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.Split;
import io.enablement.domain.event.TimeQuality;
import io.enablement.domain.event.TrainingEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Valid events of one aggregate. Times, ids and sources are drawn from few, so that ties and two
 * contents under one identity are common.
 */
public final class RandomEvents {

    private RandomEvents() {}

    public static Arbitrary<List<DealEvent>> ofADeal() {
        Arbitrary<DealEvents> bare =
                Combinators.combine(Arbitraries.of(DealEvent.Kind.class), moments())
                        .as(DealEvents::happened);
        return Combinators.combine(identified(bare), reps(), amounts(), stages(), splits())
                .as(
                        (event, rep, amount, stage, splits) ->
                                event.owner(rep)
                                        .amount(amount, "USD")
                                        .stage(stage)
                                        .splits(splits)
                                        .expectedClose(Times.FEB_4)
                                        .mergedInto("d-2"))
                .flatMap(event -> qualifications().map(event::qualification))
                .flatMap(event -> ranks().map(event::rank))
                .map(DealEvents::event)
                .filter(event -> event.problem().isEmpty())
                .list()
                .ofMaxSize(12)
                .withoutEdgeCases();
    }

    public static Arbitrary<List<TrainingEvent>> ofATraining() {
        Arbitrary<TrainingEvents> bare =
                Combinators.combine(Arbitraries.of(TrainingEvent.Kind.class), moments())
                        .as(TrainingEvents::happened);
        return Combinators.combine(
                        identified(bare),
                        Arbitraries.of("p-1", "p-2"),
                        Arbitraries.of("", "a", "b"),
                        Arbitraries.of(true, false).injectNull(0.5),
                        Arbitraries.of(0.0, 0.5, 0.75).injectNull(0.5),
                        ids())
                .as(
                        (event, programme, course, success, score, target) ->
                                event.programme(programme)
                                        .course(course)
                                        .success(success)
                                        .score(score)
                                        .target("test", target)
                                        .event())
                .list()
                .ofMaxSize(12)
                .withoutEdgeCases();
    }

    public static Arbitrary<List<RepEvent>> ofARep() {
        Arbitrary<RepEvents> bare =
                Combinators.combine(Arbitraries.of(RepEvent.Kind.class), moments())
                        .as(RepEvents::happened);
        return Combinators.combine(
                        identified(bare),
                        Arbitraries.of("", "north", "south"),
                        Arbitraries.of("", "junior", "senior"),
                        ids())
                .as(
                        (event, team, role, target) ->
                                event.team(team).role(role).target("test", target).event())
                .list()
                .ofMaxSize(12)
                .withoutEdgeCases();
    }

    public static Arbitrary<List<QuotaEvent>> ofAQuota() {
        Arbitrary<QuotaEvents> set =
                Combinators.combine(
                                Arbitraries.of("2026", "2026-Q1", "2026-02"),
                                Arbitraries.longs().between(0, 1_000_000),
                                moments())
                        .as(QuotaEvents::set);
        Arbitrary<QuotaEvents> voided =
                Combinators.combine(ids(), moments()).as(QuotaEvents::voided);
        return Arbitraries.oneOf(List.of(identified(set), identified(voided)))
                .map(QuotaEvents::event)
                .list()
                .ofMaxSize(12)
                .withoutEdgeCases();
    }

    public static Arbitrary<List<ContentEvent>> ofContent() {
        Arbitrary<ContentEvents> bare =
                Combinators.combine(Arbitraries.of(ContentEvent.Kind.class), moments())
                        .as(ContentEvents::happened);
        return Combinators.combine(
                        identified(bare),
                        Arbitraries.of("c-1", "c-2"),
                        Arbitraries.of("", "2"),
                        Arbitraries.of("", "p-1"),
                        Arbitraries.of("", "d-1"),
                        ids())
                .as(
                        (event, content, version, programme, deal, target) ->
                                event.contentId(content)
                                        .version(version)
                                        .programme(programme)
                                        .dealId(deal)
                                        .target("test", target)
                                        .event())
                .list()
                .ofMaxSize(12)
                .withoutEdgeCases();
    }

    /** The same events in another order, some of them more than once. */
    public static <E> List<E> rearranged(List<E> events, Random random) {
        List<E> arrivals = new ArrayList<>(events);
        events.stream().filter(event -> random.nextBoolean()).forEach(arrivals::add);
        Collections.shuffle(arrivals, random);
        return arrivals;
    }

    private static <B extends EventBuilder<B>> Arbitrary<B> identified(Arbitrary<B> events) {
        return Combinators.combine(events, ids(), Arbitraries.of("test", "other"), days())
                .as((event, id, source, day) -> event.id(id).source(source).recorded(day));
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.of("e-1", "e-2", "e-3", "e-4", "e-5", "e-6");
    }

    private static Arbitrary<Moment> moments() {
        return Combinators.combine(
                        days(),
                        Arbitraries.of(TimeQuality.OCCURRED, TimeQuality.RECORDED, TimeQuality.DAY))
                .as((day, quality) -> new Moment(day.micros(), quality))
                .injectNull(0.05)
                .map(moment -> moment == null ? Moment.UNKNOWN : moment);
    }

    private static Arbitrary<Moment> days() {
        return Arbitraries.integers().between(0, 9).map(tens -> Times.day(10 * tens));
    }

    private static Arbitrary<String> reps() {
        return Arbitraries.of("ann", "bob", "");
    }

    private static Arbitrary<Long> amounts() {
        return Arbitraries.longs().between(0, 100_000).injectNull(0.3);
    }

    private static Arbitrary<String> stages() {
        return Arbitraries.of("", "A", "B", "C");
    }

    private static Arbitrary<Integer> ranks() {
        return Arbitraries.integers().between(1, 3).injectNull(0.3);
    }

    private static Arbitrary<Qualification> qualifications() {
        return Arbitraries.of(Qualification.class);
    }

    private static Arbitrary<Split[]> splits() {
        return Arbitraries.integers()
                .between(0, 100)
                .map(
                        percent ->
                                new Split[] {
                                    DealEvents.revenue("ann", percent),
                                    DealEvents.revenue("bob", 100 - percent),
                                    DealEvents.overlay("eve", percent)
                                });
    }
}
