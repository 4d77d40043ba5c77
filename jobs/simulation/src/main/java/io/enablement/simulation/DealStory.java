package io.enablement.simulation;

import io.enablement.domain.deal.DealStatus;
import io.enablement.domain.event.DealEvent.Kind;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Split;
import io.enablement.domain.event.TimeQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The life of one deal, decided as a whole on the day of its creation, told up to the end of the
 * simulation, and booked.
 */
final class DealStory {

    private static final List<String> LOSS_REASONS =
            List.of("price", "competitor", "no decision", "timing", "no fit");
    private static final double UNRATED_CURRENCY = 0.003;
    private static final double WITHOUT_OWNER = 0.005;
    private static final double WITHOUT_AMOUNT = 0.02;
    private static final double WON_WITHOUT_OWNER = 0.2;
    private static final double EARLY_CLOSE_IS_LOST = 0.8;
    private static final double CLOSE_KNOWN_BY_DAY = 0.05;
    private static final double OVERLAY = 0.3;
    private static final double UNDELETED = 0.3;
    private static final double UNMERGED = 0.15;
    private static final long FIRST_ESTIMATE_MINOR = 10_000;
    private static final long MORNING = 9 * Timeline.HOUR;

    private final World world;
    private final Dice dice;
    private final String dealId;
    private final String accountId;
    private final DealType type;
    private final String currency;
    private final long plannedClose;
    private final DealAccount account;
    private final Practice practice;
    private final String mergeTarget;

    /** Null while the deal belongs to nobody. */
    private Rep owner;

    /** Null while nobody has named one. */
    private Long amount;

    private int stage;
    private long now;
    private long spokenAt;

    private DealStory(World world, long number, Rep creator, long createdAt) {
        this.world = world;
        this.dice = Dice.of(world.settings().seed(), "deal", number);
        this.dealId = Organisation.id("deal", 6, number);
        this.accountId =
                Organisation.id("account", 5, 1 + dice.below(20 * world.settings().reps()));
        this.type = DealType.draw(dice);
        this.currency =
                dice.chance(UNRATED_CURRENCY) ? ExchangeRates.WITHOUT_RATES : creator.currency();
        this.now = createdAt;
        this.plannedClose = drawClose(creator);
        this.amount = dice.chance(WITHOUT_AMOUNT) ? null : drawAmount(creator);
        this.owner = dice.chance(WITHOUT_OWNER) ? null : creator;
        this.account =
                new DealAccount(type.label(), ownerId(), createdAt, plannedClose, amount, currency);
        this.practice = new Practice(world, dealId, accountId, dice);
        this.mergeTarget = creator.lastDeal();
        creator.created(dealId);
    }

    static void tell(World world, long number, Rep creator, long createdAt) {
        DealStory story = new DealStory(world, number, creator, createdAt);
        List<DealStep> plan = DealPlan.draw(story.type, createdAt, story.plannedClose, story.dice);
        story.create();
        if (story.owner == null) {
            story.assign(creator);
        }
        story.live(plan);
        story.account.book(world.books(), world.rates());
    }

    private long drawClose(Rep creator) {
        double days = type.days(dice) * creator.cycleFactor(now);
        long close = world.season().close(now + Timeline.time(days), dice);
        return Math.max(now + Timeline.DAY, close);
    }

    private long drawAmount(Rep creator) {
        double dollars = type.dollars(dice) * creator.dealSize(now);
        return Math.max(1, ExchangeRates.minorUnits(dollars, currency));
    }

    private void create() {
        say(
                new DealDraft(Kind.CREATED)
                        .account(accountId)
                        .owner(ownerId())
                        .stage(type, 0)
                        .amount(amount, currency)
                        .type(type)
                        .expectedClose(plannedClose));
    }

    /** Half of the deals that nobody owned are given to their creator within the hour. */
    private void assign(Rep creator) {
        now += Timeline.HOUR / 2;
        if (dice.chance(0.5) && !isOver()) {
            owner = creator;
            account.owned(ownerId());
            say(new DealDraft(Kind.OWNER_CHANGED).owner(ownerId()));
        }
    }

    private void live(List<DealStep> plan) {
        for (DealStep step : plan) {
            handOverUntil(Math.min(step.at(), world.timeline().endMicros()));
            now = Math.max(step.at(), now + Timeline.SECOND);
            if (isOver()) {
                return;
            }
            perform(step);
        }
    }

    private boolean isOver() {
        return now >= world.timeline().endMicros() || account.isRemoved();
    }

    /** On the first morning without them, the open deals of those who left are handed over. */
    private void handOverUntil(long end) {
        while (account.isOpen() && !account.isRemoved() && owner != null && owner.leaves()) {
            long handover = Timeline.startOf(owner.career().leftDay()) + MORNING;
            long at = Math.max(handover, now + Timeline.SECOND);
            if (at >= end) {
                return;
            }
            now = at;
            changeOwner();
        }
    }

    private void perform(DealStep step) {
        switch (step.deed()) {
            case DEFER -> qualify(Qualification.DEFERRED);
            case WORK -> qualify(Qualification.WORK);
            case DROP -> qualify(Qualification.DROPPED);
            case ENTER_STAGE -> enter(step.stage());
            case STEP_BACK -> enter(Math.max(0, stage - 1));
            case CHANGE_AMOUNT -> changeAmount();
            case CHANGE_CLOSE_DATE -> changeCloseDate();
            case CHANGE_OWNER -> changeOwner();
            case SPLIT -> split();
            case CLOSE_TOO_EARLY -> closeTooEarly();
            case REOPEN -> reopen();
            case CLOSE -> close();
            case WIN_DROPPED -> winDropped();
            case DELETE -> delete();
            case MERGE -> merge();
        }
    }

    private void qualify(Qualification outcome) {
        if (!account.isOpen()) {
            return;
        }
        say(new DealDraft(Kind.QUALIFIED).qualification(outcome));
        if (outcome == Qualification.WORK) {
            account.qualified(ownerId(), now);
        }
        if (outcome == Qualification.DROPPED) {
            account.closed(DealStatus.DROPPED, ownerId(), now, false);
        }
    }

    private void enter(int place) {
        if (!account.isOpen() || place == stage) {
            return;
        }
        stage = place;
        say(new DealDraft(Kind.STAGE_CHANGED).stage(type, place));
        if (owner != null) {
            practice.onStage(owner, type.stages().get(place), now);
        }
    }

    private void changeAmount() {
        amount =
                amount == null
                        ? FIRST_ESTIMATE_MINOR
                        : Math.max(1, (long) (amount * dice.between(0.7, 1.3)));
        account.priced(amount);
        say(new DealDraft(Kind.AMOUNT_CHANGED).amount(amount, currency));
    }

    private void changeCloseDate() {
        if (account.isOpen()) {
            long expected = plannedClose + dice.time(0, 20);
            account.expected(expected);
            say(new DealDraft(Kind.CLOSE_DATE_CHANGED).expectedClose(expected));
        }
    }

    /** Whoever is there in the team takes over; after a close this moves nobody's past. */
    private void changeOwner() {
        if (owner != null) {
            owner = colleague().orElse(null);
            account.owned(ownerId());
            say(new DealDraft(Kind.OWNER_CHANGED).owner(ownerId()));
        }
    }

    private Optional<Rep> colleague() {
        return world.organisation().colleague(owner, Timeline.dayOf(now), dice);
    }

    private void split() {
        Optional<Rep> partner = owner == null ? Optional.empty() : colleague();
        if (partner.isEmpty()) {
            return;
        }
        List<Split> shares = new ArrayList<>();
        shares.add(new Split(ownerId(), Split.Kind.REVENUE, 7_000));
        shares.add(new Split(partner.get().id(), Split.Kind.REVENUE, 3_000));
        if (dice.chance(OVERLAY)) {
            shares.add(new Split(partner.get().id(), Split.Kind.OVERLAY, 2_000));
        }
        account.split(shares);
        say(new DealDraft(Kind.SPLIT_SET).splits(List.copyOf(shares)));
    }

    /** The close that is taken back later has no weight in the final outcome. */
    private void closeTooEarly() {
        if (account.isOpen()) {
            end(dice.chance(EARLY_CLOSE_IS_LOST) ? DealStatus.LOST : DealStatus.WON);
        }
    }

    private void reopen() {
        if (account.isOpen() || account.status() == DealStatus.DROPPED) {
            return;
        }
        account.reopened(ownerId(), now);
        say(new DealDraft(Kind.REOPENED).stage(type, stage));
    }

    private void close() {
        if (account.isOpen()) {
            double probability = owner == null ? WON_WITHOUT_OWNER : owner.winProbability(now);
            end(dice.chance(probability) ? DealStatus.WON : DealStatus.LOST);
        }
    }

    private void winDropped() {
        if (account.status() == DealStatus.DROPPED) {
            end(DealStatus.WON);
        }
    }

    /** A close may be known only to the day, if nothing else was told on that day before it. */
    private void end(DealStatus outcome) {
        DealDraft close =
                outcome == DealStatus.WON
                        ? new DealDraft(Kind.WON).amount(amount, currency)
                        : new DealDraft(Kind.LOST).lossReason(dice.pick(LOSS_REASONS));
        boolean byDay = Timeline.dayOf(spokenAt) < Timeline.dayOf(now);
        if (!byDay || !dice.chance(CLOSE_KNOWN_BY_DAY)) {
            account.closed(outcome, ownerId(), now, false);
            say(close);
            return;
        }
        long recordedAt = now;
        now = Timeline.startOf(Timeline.dayOf(now));
        account.closed(outcome, ownerId(), now, true);
        say(close, world.sources().envelope(Sources.CRM, now, recordedAt, TimeQuality.DAY));
    }

    private void delete() {
        remove(new DealDraft(Kind.DELETED), UNDELETED);
    }

    private void merge() {
        if (!mergeTarget.isEmpty()) {
            remove(new DealDraft(Kind.MERGED).mergedInto(mergeTarget), UNMERGED);
        }
    }

    private void remove(DealDraft removal, double undone) {
        account.removed(true);
        say(removal);
        long undoneAt = now + dice.time(0.5, 4);
        if (dice.chance(undone) && undoneAt < world.timeline().endMicros()) {
            now = undoneAt;
            account.removed(false);
            say(new DealDraft(Kind.UNDELETED));
        }
    }

    private void say(DealDraft draft) {
        say(draft, world.envelope(Sources.CRM, now, dice));
    }

    private void say(DealDraft draft, Envelope envelope) {
        spokenAt = now;
        world.tell(draft.event(envelope, dealId));
    }

    private String ownerId() {
        return owner == null ? "" : owner.id();
    }
}
