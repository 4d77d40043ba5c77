package io.enablement.domain.attribution;

import static io.enablement.domain.DealEvents.deal;
import static io.enablement.domain.Times.DAY_MICROS;
import static io.enablement.domain.Times.day;
import static io.enablement.domain.attribution.Journeys.ids;
import static io.enablement.domain.attribution.Journeys.touch;
import static io.enablement.domain.attribution.Journeys.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enablement.domain.ContentEvents;
import io.enablement.domain.DealEvents;
import io.enablement.domain.TrainingEvents;
import io.enablement.domain.deal.Deal;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.TrainingEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Catches each edge of a window, and an owner or a merge that is looked up at the wrong time. */
class JourneyTest {

    private static final Moment CREATED = day(200);
    private static final Moment CLOSED = day(260);

    @Test
    void beginsOneLookBackBeforeTheCreation() {
        Moment first = day(110);

        Journey journey =
                Journeys.of(List.of(use("in", first), use("out", micro(first, -1))), wonDeal());

        assertThat(ids(journey)).containsExactly("in");
    }

    @Test
    void endsBeforeTheClose() {
        Journey journey =
                Journeys.of(List.of(use("out", CLOSED), use("in", micro(CLOSED, -1))), wonDeal());

        assertThat(ids(journey)).containsExactly("in");
    }

    @Test
    void hasALookBackForEachTypeOfTouch() {
        AttributionRules rules = new AttributionRules(10, 20, 30, 40, 30, 200, 36);
        List<Touch> touches =
                List.of(
                        use("content", day(190)),
                        training(TrainingEvent.Kind.PASSED, day(180)),
                        training(TrainingEvent.Kind.ASSIGNMENT_APPROVED, day(170)),
                        training(TrainingEvent.Kind.COACHED, day(160)));

        assertThat(Journeys.of(rules, touches, wonDeal()).touches()).hasSize(4);
        assertThat(Journeys.of(rules, aDayEarlier(touches), wonDeal()).touches()).isEmpty();
    }

    @Test
    void goesBackNoMoreThanOneHorizonFromTheClose() {
        AttributionRules rules = new AttributionRules(90, 90, 90, 90, 30, 200, 1);
        Moment first = Moment.of(rules.horizonMicros(CLOSED.micros()));

        Journey journey =
                Journeys.of(
                        rules, List.of(use("in", first), use("out", micro(first, -1))), wonDeal());

        assertThat(ids(journey)).containsExactly("in");
    }

    @Test
    void hasTheTouchesOfWhoeverOwnedTheDealThen() {
        Deal deal =
                deal(
                        DealEvents.created(CREATED).owner("ann"),
                        DealEvents.ownerChanged("bob", day(220)),
                        DealEvents.won(CLOSED));

        Journey journey =
                Journeys.of(
                        List.of(
                                useBy("ann", "before the creation", day(150)),
                                useBy("bob", "not his yet", day(150)),
                                useBy("ann", "her last", micro(day(220), -1)),
                                useBy("bob", "his first", day(220)),
                                useBy("ann", "hers no more", day(221))),
                        deal);

        assertThat(ids(journey)).containsExactly("before the creation", "her last", "his first");
    }

    @Test
    void belongsFromTheBeginningToAnOwnerWhoCameNobodyKnowsWhen() {
        Deal deal =
                deal(
                        DealEvents.created(CREATED).owner("ann"),
                        DealEvents.ownerChanged("bob", Moment.UNKNOWN),
                        DealEvents.won(CLOSED));

        Journey journey =
                Journeys.of(
                        List.of(useBy("ann", "a", day(150)), useBy("bob", "b", day(150))), deal);

        assertThat(ids(journey)).containsExactly("b");
    }

    @Test
    void hasTouchesThatNameTheDealWhoeverMadeThem() {
        Journey journey =
                Journeys.of(
                        List.of(
                                touch(content("by a stranger").repId("eve").dealId("d-1")),
                                touch(content("by a buyer").repId("").dealId("d-1")),
                                touch(content("for another").dealId("d-2"))),
                        wonDeal());

        assertThat(ids(journey)).containsExactly("by a buyer", "by a stranger");
        assertThat(journey.touches()).allMatch(linked -> linked.linkedBy().equals("deal"));
    }

    @Test
    void isInTheOrderOfTimeThenIdentity() {
        Journey journey =
                Journeys.of(
                        List.of(
                                use("c", day(201)),
                                touch(content("b", day(201)).source("z")),
                                touch(content("b", day(201)).source("a")),
                                use("z", day(200))),
                        wonDeal());

        assertThat(journey.touches())
                .extracting(linked -> linked.touch().id(), linked -> linked.touch().source())
                .containsExactly(
                        tuple("z", "test"), tuple("b", "a"), tuple("b", "z"), tuple("c", "test"));
    }

    @Test
    void isEmptyAndFlaggedWhereNobodyKnowsWhenItBeganOrEnded() {
        Deal noCreation = deal(DealEvents.created(Moment.UNKNOWN), DealEvents.won(CLOSED).usd(1));
        Deal noClose = deal(DealEvents.created(CREATED), DealEvents.won(Moment.UNKNOWN).usd(1));

        for (Deal deal : List.of(noCreation, noClose)) {
            Journey journey = Journeys.of(List.of(touch(content("named").dealId("d-1"))), deal);

            assertThat(journey.touches()).isEmpty();
            assertThat(journey.flags()).containsExactly(JourneyFlag.UNDATED);
        }
    }

    @Test
    void takesTheTouchesOfADealThatWasMergedIntoIt() {
        Journey journey =
                Journeys.of(
                        List.of(
                                touch(content("named").dealId("d-2")),
                                useBy("bob", "his", day(215)),
                                useBy("bob", "before his look-back", day(119)),
                                useBy("bob", "after the merge", day(230))),
                        wonDeal(),
                        mergedDeal("d-2", "d-1"));

        assertThat(journey.touches())
                .extracting(linked -> linked.touch().id(), LinkedTouch::originDealId)
                .containsExactly(tuple("named", "d-2"), tuple("his", "d-2"));
    }

    @Test
    void takesNoTouchTwiceThatTwoDealsOfOneOwnerLink() {
        Deal merged =
                deal(
                        DealEvents.created(day(210)).dealId("d-2").owner("ann"),
                        DealEvents.merged("d-1", day(230)).dealId("d-2"));

        Journey journey = Journeys.of(List.of(use("once", day(215))), wonDeal(), merged);

        assertThat(journey.touches()).extracting(LinkedTouch::originDealId).containsExactly("d-1");
    }

    @Test
    void takesNothingOverTwoMerges() {
        Deal last = mergedDeal("d-3", "d-2");

        Journey journey =
                Journeys.of(
                        List.of(touch(content("named").dealId("d-3"))),
                        wonDeal(),
                        mergedDeal("d-2", "d-1"),
                        last);

        assertThat(journey.touches()).isEmpty();
    }

    @Test
    void endsNowhereForADealThatIsOpenOrDeleted() {
        Deal open = deal(DealEvents.created(CREATED));
        Deal reopened =
                deal(
                        DealEvents.created(CREATED),
                        DealEvents.won(CLOSED),
                        DealEvents.reopened(day(270)));
        Deal deleted =
                deal(
                        DealEvents.created(CREATED),
                        DealEvents.won(CLOSED),
                        DealEvents.deleted(day(270)));

        assertThat(List.of(open, reopened, deleted))
                .allMatch(deal -> FollowedDeal.of(deal, Journeys.RULES).isEmpty());
    }

    @Test
    void isThereButGivesNoCreditWhereTheDealIsLostOrDropped() {
        Deal lost = deal(DealEvents.created(CREATED), DealEvents.lost(CLOSED).usd(100));
        Deal dropped =
                deal(
                        DealEvents.created(CREATED).usd(100),
                        DealEvents.qualified(Qualification.DROPPED, CLOSED));

        for (Deal deal : List.of(lost, dropped)) {
            Journey journey = Journeys.of(List.of(use("e", day(210))), deal);

            assertThat(ids(journey)).containsExactly("e");
            assertThat(journey.credits(AttributionRules.DEFAULT)).isEmpty();
        }
    }

    @Test
    void keepsTheFirstAndTheLastHalfOfTooManyTouchesAndSaysSo() {
        AttributionRules rules = new AttributionRules(90, 90, 90, 90, 30, 5, 36);
        List<Touch> touches =
                IntStream.range(0, 9)
                        .mapToObj(place -> use("e" + place, day(200 + place)))
                        .toList();

        Journey journey = Journeys.of(rules, touches, wonDeal());

        assertThat(ids(journey)).containsExactly("e0", "e1", "e2", "e7", "e8");
        assertThat(journey.leftOut()).isEqualTo(4);
        assertThat(journey.flags()).containsExactly(JourneyFlag.CAPPED);
    }

    @Test
    void leavesOutTheSameWhicheverLinksTheTouchesComeThrough() {
        AttributionRules rules = new AttributionRules(90, 90, 90, 90, 30, 4, 36);
        List<Touch> touches =
                IntStream.range(0, 20)
                        .mapToObj(
                                place ->
                                        touch(
                                                content("e%02d".formatted(place), day(200 + place))
                                                        .dealId(place % 3 == 0 ? "d-1" : "")))
                        .toList();

        Journey journey = Journeys.of(rules, touches, wonDeal());

        assertThat(ids(journey)).containsExactly("e00", "e01", "e18", "e19");
        assertThat(journey.leftOut()).isEqualTo(16);
    }

    @Test
    void survivesItsWayThroughState() {
        Touch touch = touch(content("e").dealId("d-1").version("2").programme("p-1"));
        Links links = new Links(List.of(new LinkedTouch(touch, "d-2")), 7);

        assertThat(Links.unpack(touch.linkKey(), links.pack())).isEqualTo(links);
    }

    private static Deal wonDeal() {
        return deal(DealEvents.created(CREATED).owner("ann"), DealEvents.won(CLOSED).usd(100));
    }

    /** Created by bob on day 210, merged on day 230. */
    private static Deal mergedDeal(String dealId, String into) {
        return deal(
                DealEvents.created(day(210)).dealId(dealId).owner("bob"),
                DealEvents.merged(into, day(230)).dealId(dealId));
    }

    private static Touch useBy(String rep, String id, Moment at) {
        return touch(content(id, at).repId(rep));
    }

    private static ContentEvents content(String id) {
        return content(id, day(205));
    }

    private static ContentEvents content(String id, Moment at) {
        return ContentEvents.happened(ContentEvent.Kind.VIEWED, at).id(id);
    }

    private static Touch training(TrainingEvent.Kind kind, Moment at) {
        return touch(TrainingEvents.happened(kind, at));
    }

    private static List<Touch> aDayEarlier(List<Touch> touches) {
        return touches.stream()
                .map(
                        touch ->
                                new Touch(
                                        touch.type(),
                                        touch.family(),
                                        touch.kind(),
                                        touch.source(),
                                        touch.id(),
                                        touch.occurredMicros() - DAY_MICROS,
                                        touch.repId(),
                                        touch.dealId(),
                                        touch.programmeId(),
                                        touch.courseId(),
                                        touch.contentId(),
                                        touch.contentVersion()))
                .toList();
    }

    private static Moment micro(Moment moment, int micros) {
        return Moment.of(moment.micros() + micros);
    }
}
