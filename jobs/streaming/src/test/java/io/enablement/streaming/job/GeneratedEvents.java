package io.enablement.streaming.job;

import static io.enablement.domain.Times.at;
import static io.enablement.domain.Times.later;

import io.enablement.domain.ContentEvents;
import io.enablement.domain.DealEvents;
import io.enablement.domain.ProgrammeEvents;
import io.enablement.domain.QuotaEvents;
import io.enablement.domain.RepEvents;
import io.enablement.domain.TrainingEvents;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.ProgrammeEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.TimeQuality;
import io.enablement.domain.event.TrainingEvent;
import java.util.SplittableRandom;

/**
 * The events of an organisation of any size. The event at a place is a function of the seed and the
 * place, so that another order of the places is another order of the same events.
 */
final class GeneratedEvents {

    /** So many places behind a deal's creation stands its correction. */
    static final int FROM_CREATION_TO_CORRECTION = 6;

    private static final Moment START = at("2024-01-01T00:00:00Z");
    private static final int EVENTS_PER_REP = 25;
    private static final int EVENTS_PER_DEAL = 8;
    private static final int PROGRAMMES = 4;
    private static final int TEAMS = 5;
    private static final int DAYS = 300;

    /** A fate in which a deal is lost. */
    private static final int LOST = 9;

    private final long seed;
    private final int reps;
    private final int deals;

    GeneratedEvents(long seed, int reps, int deals) {
        this.seed = seed;
        this.reps = reps;
        this.deals = deals;
    }

    int size() {
        return reps * EVENTS_PER_REP + deals * EVENTS_PER_DEAL;
    }

    Event event(int place) {
        int deal = place - reps * EVENTS_PER_REP;
        return deal < 0
                ? ofRep(place / EVENTS_PER_REP, place % EVENTS_PER_REP)
                : ofDeal(deal / EVENTS_PER_DEAL, deal % EVENTS_PER_DEAL);
    }

    /**
     * Hired, moved, on leave or gone; trained, sometimes voided; a quota that is changed; content.
     */
    private Event ofRep(int rep, int step) {
        SplittableRandom random = new SplittableRandom(seed - 1 - rep);
        String id = "rep-" + rep;
        Moment day = later(START, 10 + random.nextInt(DAYS));
        String programme = "p-" + random.nextInt(PROGRAMMES);
        boolean voided = random.nextInt(5) == 0;
        return switch (step) {
            case 0 -> RepEvents.hired(START).repId(id).team(team(rep)).role("ae").event();
            case 1 ->
                    RepEvents.happened(RepEvent.Kind.CHANGED, day)
                            .repId(id)
                            .team(team(random.nextInt(TEAMS)))
                            .event();
            case 2 ->
                    RepEvents.happened(
                                    voided ? RepEvent.Kind.LEFT : RepEvent.Kind.ON_LEAVE,
                                    later(day, 60))
                            .repId(id)
                            .event();
            case 3 -> training(TrainingEvent.Kind.ENROLLED, id, programme, day, "enrolled");
            case 4 ->
                    training(TrainingEvent.Kind.COMPLETED, id, programme, later(day, 20), "first");
            case 5 -> training(TrainingEvent.Kind.PASSED, id, programme, later(day, 50), "second");
            case 6 ->
                    TrainingEvents.voided(voided ? "first" : "nothing", later(day, 30))
                            .repId(id)
                            .event();
            case 7 -> QuotaEvents.set("2024", 12_000_000, START).repId(id).id("year").event();
            case 8 ->
                    QuotaEvents.set("2024-Q2", 2_000_000 + rep, later(START, 80))
                            .repId(id)
                            .id("quarter")
                            .event();
            case 9 -> QuotaEvents.voided(voided ? "quarter" : "none", day).repId(id).event();
            case 10 -> use(ContentEvent.Kind.PRESENTED, id, later(day, 3));
            case 11 ->
                    voided
                            ? ContentEvents.happened(ContentEvent.Kind.VOIDED, later(day, 40))
                                    .repId(id)
                                    .target("test", "PRESENTED@" + later(day, 3).micros())
                                    .event()
                            : use(ContentEvent.Kind.VIEWED, id, later(day, 40));
            case 12 ->
                    voided
                            ? ProgrammeEvents.happened(ProgrammeEvent.Kind.CONTENT_PUBLISHED, day)
                                    .programmeId(programme)
                                    .contents("c-" + rep % 3)
                                    .contentVersion("3")
                                    .id("publication-" + rep)
                                    .event()
                            : ProgrammeEvents.defined(1 + rep % 3, START)
                                    .programmeId(programme)
                                    .id("definition-" + rep)
                                    .event();
            case 13, 14, 15 ->
                    useOnADeal(step, programme, later(day, 4 * (step - 12)), random)
                            .repId(id)
                            .event();
            default -> ofTrainee(step, day, voided, random).repId(id).programme(programme).event();
        };
    }

    private static Event training(
            TrainingEvent.Kind kind, String rep, String programme, Moment at, String id) {
        return TrainingEvents.happened(kind, at).repId(rep).programme(programme).id(id).event();
    }

    private static Event use(ContentEvent.Kind kind, String rep, Moment at) {
        return ContentEvents.happened(kind, at).repId(rep).event();
    }

    /** Of the second or third version; at a moment, on a day, or nobody knows when. */
    private ContentEvents useOnADeal(
            int step, String programme, Moment at, SplittableRandom random) {
        Moment known =
                switch (step) {
                    case 13 -> at;
                    case 14 -> new Moment(at.micros(), TimeQuality.DAY);
                    default -> random.nextBoolean() ? at : Moment.UNKNOWN;
                };
        return ContentEvents.happened(ContentEvent.Kind.SHARED, known)
                .id("shared-" + step)
                .recorded(at)
                .contentId("c-" + random.nextInt(3))
                .version(Integer.toString(step == 13 ? 2 : 3))
                .programme(random.nextBoolean() ? programme : "")
                .dealId(deal(random));
    }

    /** Asked for and begun; attempts, a survey, work on deals and coaching, some of it voided. */
    private TrainingEvents ofTrainee(
            int step, Moment day, boolean voided, SplittableRandom random) {
        TrainingEvents event =
                switch (step) {
                    case 16 -> trainee(TrainingEvent.Kind.REQUESTED, later(day, -5));
                    case 17 -> trainee(TrainingEvent.Kind.STARTED, later(day, 2));
                    case 18 ->
                            trainee(TrainingEvent.Kind.FAILED, later(day, 40))
                                    .success(voided ? true : null)
                                    .score(random.nextDouble());
                    case 19 ->
                            trainee(TrainingEvent.Kind.PASSED, later(day, 45))
                                    .success(voided ? false : null)
                                    .score(random.nextDouble());
                    case 20 ->
                            trainee(TrainingEvent.Kind.SURVEYED, later(day, 55))
                                    .score(random.nextDouble());
                    case 21 -> trainee(TrainingEvent.Kind.ASSIGNMENT_SUBMITTED, later(day, 60));
                    case 22 -> trainee(TrainingEvent.Kind.ASSIGNMENT_APPROVED, later(day, 65));
                    case 23 -> trainee(TrainingEvent.Kind.COACHED, later(day, 70));
                    default ->
                            voided
                                    ? TrainingEvents.voided("ASSIGNMENT_SUBMITTED", later(day, 75))
                                    : trainee(TrainingEvent.Kind.WAIVED, later(day, 75));
                };
        return event.deal(deal(random), "proposal");
    }

    private static TrainingEvents trainee(TrainingEvent.Kind kind, Moment at) {
        return TrainingEvents.happened(kind, at).id(kind.name());
    }

    /** A deal with stages and changes that is closed, corrected or re-opened, and closed again. */
    private Event ofDeal(int deal, int step) {
        SplittableRandom random = new SplittableRandom(seed + 1 + deal);
        String owner = random.nextInt(50) == 0 ? "" : rep(random);
        String other = rep(random);
        Moment day = later(START, random.nextInt(DAYS));
        long amount = 100L * (1 + random.nextInt(100_000));
        int fate = random.nextInt(10);
        DealEvents event =
                switch (step) {
                    case 0 ->
                            DealEvents.created(creation(deal, day))
                                    .owner(owner)
                                    .stage("discovery")
                                    .rank(1)
                                    .expectedClose(later(day, 60))
                                    .usd(amount);
                    case 1 -> DealEvents.stageChanged("proposal", later(day, 5)).rank(2);
                    case 2 -> DealEvents.ownerChanged(fate < 3 ? other : owner, later(day, 8));
                    case 3 -> DealEvents.qualified(qualification(fate), later(day, 9));
                    case 4 ->
                            DealEvents.amountChanged(later(day, 12))
                                    .amount(amount + 500, deal % 11 == 0 ? "EUR" : "USD");
                    case 5 -> close(deal, fate, later(day, 20 + random.nextInt(60)));
                    case 6 ->
                            deal % 13 == 0
                                    ? conflict(day, amount)
                                    : correction(fate, later(day, 90), owner, other, amount);
                    default -> close(deal, LOST, later(day, 110));
                };
        return event.dealId("deal-" + deal).dealType(fate % 2 == 0 ? "project" : "").event();
    }

    /** Most creations are known to the microsecond, some to the day, some not at all. */
    private static Moment creation(int deal, Moment day) {
        return switch (deal % 17) {
            case 0 -> Moment.UNKNOWN;
            case 1, 2, 3 -> new Moment(day.micros(), TimeQuality.DAY);
            default -> day;
        };
    }

    /** The same identity as the change of the stage, with another content. */
    private static DealEvents conflict(Moment day, long amount) {
        Moment at = later(day, 5);
        String id = DealEvents.stageChanged("proposal", at).event().envelope().id();
        return DealEvents.amountChanged(at).id(id).usd(amount).recorded(later(at, 1));
    }

    private static Qualification qualification(int fate) {
        return fate == 0 ? Qualification.DROPPED : Qualification.WORK;
    }

    /** Every fifth deal stays open. */
    private static DealEvents close(int deal, int fate, Moment at) {
        if (deal % 5 == 0) {
            return DealEvents.closeExpected(later(at, 30), at);
        }
        return fate < 5 ? DealEvents.won(at) : DealEvents.lost(at);
    }

    private static DealEvents correction(
            int fate, Moment at, String owner, String other, long amount) {
        return switch (fate) {
            case 1 -> DealEvents.deleted(at);
            case 2 -> DealEvents.merged("deal-0-winner", at);
            case 3, 4 -> DealEvents.reopened(at);
            case 5 -> DealEvents.amountChanged(at).usd(amount * 2);
            case 6 -> DealEvents.ownerChanged(other, at);
            default ->
                    DealEvents.splitSet(
                            at,
                            DealEvents.revenue(owner.isEmpty() ? "rep-0" : owner, 70),
                            DealEvents.revenue(other, 30),
                            DealEvents.overlay("rep-1", 100));
        };
    }

    private String deal(SplittableRandom random) {
        return "deal-" + random.nextInt(deals);
    }

    private String rep(SplittableRandom random) {
        return "rep-" + random.nextInt(reps);
    }

    private static String team(int number) {
        return "team-" + number % TEAMS;
    }
}
