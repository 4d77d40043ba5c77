package io.enablement.bench.events;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Kind;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.ProgrammeEvent;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.Target;
import io.enablement.domain.event.TimeQuality;
import io.enablement.domain.event.TrainingEvent;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The events of a sales organisation of any size, as they arrive: nineteen of twenty are of deals,
 * eight of each, the others of reps. A tenth of the closes comes twice, one deal in twenty comes
 * backwards, closed deals are opened again, handed over, repriced and deleted, and enrolments come
 * long after the deals that they move into a cohort. The event at a place is a function of the seed
 * and the place.
 */
public final class SalesEvents {

    /** Sizes are multiples of this. */
    public static final int UNIT = 16_000;

    private static final int REP_EVERY = 20;
    private static final int DEAL_STEPS = 8;
    private static final int REP_STEPS = 25;
    private static final int REPS_PER_UNIT = 32;

    /** Deals that are open at once come in between each other; then the next wave begins. */
    private static final int DEALS_OF_WAVE_PER_UNIT = 475;

    private static final int PROGRAMMES = 4;
    private static final int TEAMS = 12;
    private static final int STAGES = 4;
    private static final long DAY = 86_400_000_000L;
    private static final long START = 1_704_067_200_000_000L; // 2024-01-01
    private static final int DAYS = 600;
    private static final Target NONE = new Target("", "");

    private final long seed;
    private final int units;
    private final boolean hotRep;

    private SalesEvents(long seed, int units, boolean hotRep) {
        this.seed = seed;
        this.units = units;
        this.hotRep = hotRep;
    }

    /** About so many events, at least a {@link #UNIT}. */
    public static SalesEvents of(long seed, long events) {
        return new SalesEvents(seed, (int) Math.max(1, events / UNIT), false);
    }

    /** The same size, but one rep has half of all deals. */
    public SalesEvents withHotRep() {
        return new SalesEvents(seed, units, true);
    }

    public long size() {
        return (long) units * UNIT;
    }

    public Event event(long place) {
        return place % REP_EVERY == REP_EVERY - 1
                ? ofRep(place / REP_EVERY)
                : ofDeals(place - place / REP_EVERY);
    }

    private Event ofDeals(long place) {
        int dealsOfWave = DEALS_OF_WAVE_PER_UNIT * units;
        long eventsOfWave = (long) dealsOfWave * DEAL_STEPS;
        long wave = place / eventsOfWave;
        long inWave = place % eventsOfWave;
        long deal = wave * dealsOfWave + inWave % dealsOfWave;
        return ofDeal(deal, (int) (inWave / dealsOfWave));
    }

    private DealEvent ofDeal(long deal, int arrival) {
        SplittableRandom random = new SplittableRandom(seed + 31 * deal);
        String creator = owner(deal, random);
        String successor = owner(deal, random);
        long amount = 100_000 + random.nextInt(9_900_000);
        boolean wins = random.nextInt(100) < 40;
        boolean closes = random.nextInt(100) < 80;
        boolean handedOver = random.nextInt(100) < 20;
        boolean reopens = closes && random.nextInt(100) < 8;
        boolean closeComesTwice = random.nextInt(100) < 10;
        boolean deleted = random.nextInt(100) < 2;
        boolean repriced = random.nextInt(100) < 50;
        boolean backwards = random.nextInt(100) < 5;
        long created = START + random.nextInt(DAYS) * DAY + random.nextLong(DAY);
        long pace = DAY + random.nextLong(8 * DAY);
        String type = random.nextInt(100) < 70 ? "transactional" : "project";

        int step = backwards ? DEAL_STEPS - 1 - arrival : arrival;
        long at = created + step * pace;
        Kind close = wins ? Kind.WON : Kind.LOST;
        return switch (step) {
            case 0 -> deal(Kind.CREATED, deal, step, at, creator, 0, amount, type);
            case 1 -> deal(Kind.STAGE_CHANGED, deal, step, at, "", 1, null, "");
            case 2 ->
                    handedOver
                            ? deal(Kind.OWNER_CHANGED, deal, step, at, successor, null, null, "")
                            : deal(Kind.CLOSE_DATE_CHANGED, deal, step, at, "", null, null, "");
            case 3 -> deal(Kind.STAGE_CHANGED, deal, step, at, "", 2, null, "");
            case 4 -> deal(Kind.AMOUNT_CHANGED, deal, step, at, "", null, amount * 9 / 10, "");
            case 5 ->
                    closes
                            ? deal(close, deal, step, at, "", null, null, "")
                            : deal(Kind.STAGE_CHANGED, deal, step, at, "", 3, null, "");
            case 6 ->
                    reopens
                            ? deal(Kind.REOPENED, deal, step, at, "", null, null, "")
                            : again(closes && closeComesTwice, close, deal, at, pace);
            default ->
                    last(
                            deleted ? Kind.DELETED : reopens ? Kind.WON : Kind.AMOUNT_CHANGED,
                            deal,
                            at,
                            repriced ? amount : amount * 9 / 10);
        };
    }

    /** The close once more, to the byte, or something that changes no number. */
    private static DealEvent again(boolean twice, Kind close, long deal, long at, long pace) {
        return twice
                ? deal(close, deal, 5, at - pace, "", null, null, "")
                : deal(Kind.CLOSE_DATE_CHANGED, deal, 6, at, "", null, null, "");
    }

    private static DealEvent last(Kind kind, long deal, long at, long amount) {
        Long price = kind == Kind.AMOUNT_CHANGED ? Long.valueOf(amount) : null;
        return deal(kind, deal, DEAL_STEPS - 1, at, "", null, price, "");
    }

    private String owner(long deal, SplittableRandom random) {
        int rep = random.nextInt(REPS_PER_UNIT * units);
        return rep(hotRep && deal % 2 == 0 ? 0 : rep);
    }

    private static DealEvent deal(
            Kind kind,
            long deal,
            int step,
            long at,
            String owner,
            Integer stage,
            Long amount,
            String type) {
        String currency = amount == null ? "" : "USD";
        Long expected = kind == Kind.CLOSE_DATE_CHANGED ? Long.valueOf(at + 30 * DAY) : null;
        return new DealEvent(
                envelope("crm", "e" + deal + "-" + step, at),
                kind,
                "deal-" + deal,
                "",
                owner,
                stage == null ? "" : "stage-" + stage % STAGES,
                stage,
                amount,
                currency,
                type,
                "",
                expected,
                Qualification.NONE,
                "",
                "",
                List.of());
    }

    private Event ofRep(long place) {
        int reps = REPS_PER_UNIT * units;
        int rep = (int) (place % reps);
        int step = (int) (place / reps);
        SplittableRandom random = new SplittableRandom(seed - 1 - 31L * rep);
        int first = random.nextInt(PROGRAMMES);
        long enrolled = START + (60 + random.nextInt(DAYS / 2)) * DAY + random.nextLong(DAY);
        long at = enrolled + step * DAY;
        String programme = "programme-" + (step % 2 == 0 ? first : (first + 1) % PROGRAMMES);
        return switch (step) {
            case 0 -> hired(rep);
            case 1, 2 -> quota(rep, step, 2023 + step);
            case 3 -> rep < PROGRAMMES ? programme(rep) : use(rep, step, at);
            case 10, 11 -> training(TrainingEvent.Kind.ENROLLED, rep, step, programme, at);
            case 14, 15 -> training(TrainingEvent.Kind.COMPLETED, rep, step, programme, at);
            default -> use(rep, step, at);
        };
    }

    private static RepEvent hired(int rep) {
        return new RepEvent(
                envelope("hr", "hired", START),
                RepEvent.Kind.HIRED,
                rep(rep),
                "ae",
                "team-" + rep % TEAMS,
                "region-" + rep % 3,
                "",
                null,
                NONE);
    }

    private static QuotaEvent quota(int rep, int step, int year) {
        return new QuotaEvent(
                envelope("crm", "quota-" + step, START),
                QuotaEvent.Kind.SET,
                rep(rep),
                Integer.toString(year),
                120_000_000L,
                "USD",
                List.of(),
                null,
                NONE);
    }

    private static TrainingEvent training(
            TrainingEvent.Kind kind, int rep, int step, String programme, long at) {
        return new TrainingEvent(
                envelope("lms", "training-" + step, at),
                kind,
                rep(rep),
                programme,
                "",
                null,
                null,
                null,
                null,
                "",
                "",
                "",
                NONE);
    }

    private static ContentEvent use(int rep, int step, long at) {
        return new ContentEvent(
                envelope("content", "use-" + step, at),
                ContentEvent.Kind.VIEWED,
                rep(rep),
                "",
                "",
                "content-" + rep % 50,
                "1",
                "",
                null,
                null,
                null,
                NONE);
    }

    private static ProgrammeEvent programme(int number) {
        return new ProgrammeEvent(
                envelope("lms", "definition", START),
                ProgrammeEvent.Kind.DEFINED,
                "programme-" + number,
                1,
                "Programme " + number,
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
                List.of(),
                "",
                null);
    }

    private static String rep(int number) {
        return "rep-" + number;
    }

    private static Envelope envelope(String source, String id, long at) {
        return new Envelope(source, id, at, at, TimeQuality.OCCURRED, 0, 0);
    }
}
