package io.enablement.simulation;

import io.enablement.domain.deal.DealStatus;
import io.enablement.domain.event.DealEvent.Kind;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Split;
import io.enablement.domain.event.TimeQuality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The life of one deal, decided as a whole on the day of its creation and told up to the end of the
 * simulation. First the steps are planned by their time, then each decides what happens.
 */
final class DealStory {

    private static final List<String> LOSS_REASONS =
            List.of("price", "competitor", "no decision", "timing", "no fit");

    private final World world;
    private final Dice dice;
    private final String dealId;
    private final String accountId;
    private final DealType type;
    private final String currency;
    private final long createdAt;
    private final long plannedClose;
    private final List<Step> steps = new ArrayList<>();
    private final DealAccount account;
    private final Practice practice;
    private final String mergeTarget;

    /** Empty while the deal belongs to nobody. */
    private Optional<Rep> owner;

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
        this.currency = dice.chance(0.003) ? ExchangeRates.WITHOUT_RATES : creator.currency();
        this.createdAt = createdAt;
        this.now = createdAt;
        this.owner = dice.chance(0.005) ? Optional.empty() : Optional.of(creator);
        this.amount = dice.chance(0.02) ? null : drawAmount(creator);
        double days = type.days(dice) * creator.cycleFactor(createdAt);
        this.plannedClose =
                Math.max(
                        createdAt + Timeline.DAY,
                        world.season().close(createdAt + Timeline.time(days), dice));
        this.account = new DealAccount(type.label(), ownerId(), createdAt, amount, currency);
        this.practice = new Practice(world, dealId, accountId, dice);
        this.mergeTarget = creator.lastDeal();
        creator.created(dealId);
    }

    /** Tells everything that will happen to the deal, and books how it ends. */
    static void tell(World world, long number, Rep creator, long createdAt) {
        DealStory story = new DealStory(world, number, creator, createdAt);
        story.create();
        story.plan();
        story.live();
        story.account.book(world.books(), world.rates());
    }

    private long drawAmount(Rep creator) {
        double dollars = type.dollars(dice) * creator.dealSize(createdAt);
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

    private void plan() {
        planQualification();
        planStages();
        planChanges();
        planClose();
        planRemoval();
        steps.sort(Comparator.comparingLong(Step::at));
    }

    private void planQualification() {
        double uniform = dice.uniform();
        if (uniform < 0.1) {
            at(dice.between(0.1, 0.2), () -> qualify(Qualification.DROPPED));
        } else if (uniform < 0.2) {
            at(dice.between(0.1, 0.2), () -> qualify(Qualification.DEFERRED));
            at(dice.between(0.3, 0.5), () -> qualify(Qualification.WORK));
        } else if (uniform < 0.25) {
            at(dice.between(0.1, 0.2), () -> qualify(Qualification.DEFERRED));
        } else if (uniform < 0.95) {
            at(dice.between(0.1, 0.2), () -> qualify(Qualification.WORK));
        }
    }

    private void planStages() {
        int count = type.stages().size();
        for (int next = 1; next < count; next++) {
            int place = next;
            if (dice.chance(0.93)) {
                at((next + dice.between(-0.3, 0.3)) / count, () -> enter(place));
            }
        }
        if (dice.chance(0.03)) {
            at(dice.between(0.6, 0.9), () -> enter(Math.max(0, stage - 1)));
        }
    }

    private void planChanges() {
        if (dice.chance(0.2)) {
            at(dice.between(0.2, 0.9), this::changeAmount);
        }
        if (dice.chance(0.25)) {
            at(dice.between(0.3, 0.9), this::changeCloseDate);
        }
        if (owner.isEmpty()) {
            at(dice.between(0.01, 0.1), this::changeOwner);
        }
        if (dice.chance(0.03)) {
            at(dice.between(0.1, 1.3), this::changeOwner);
        }
        if (type == DealType.PROJECT && dice.chance(0.12)) {
            at(dice.between(0.5, 1.3), this::split);
        }
        if (dice.chance(0.02)) {
            at(dice.between(1.02, 1.3), this::changeAmount);
        }
    }

    private void planClose() {
        if (dice.chance(0.04)) {
            at(dice.between(0.7, 0.8), this::closeTooEarly);
            at(dice.between(0.85, 0.95), this::reopen);
        }
        at(1, this::close);
        if (dice.chance(0.03)) {
            at(dice.between(1.05, 1.2), this::winDropped);
        }
    }

    private void planRemoval() {
        double uniform = dice.uniform();
        if (uniform < 0.012) {
            at(dice.between(0.2, 1.4), this::delete);
        } else if (uniform < 0.02 && !mergeTarget.isEmpty()) {
            at(dice.between(0.1, 1), this::merge);
        }
    }

    /** A step at a share of the planned cycle. */
    private void at(double share, Runnable what) {
        long at = createdAt + Timeline.time(share * (plannedClose - createdAt) / Timeline.DAY);
        steps.add(new Step(share == 1 ? plannedClose : at, what));
    }

    private void live() {
        for (Step step : steps) {
            handOverUntil(Math.min(step.at, world.timeline().endMicros()));
            now = Math.max(step.at, now + Timeline.SECOND);
            if (now >= world.timeline().endMicros() || account.isRemoved()) {
                return;
            }
            step.what.run();
        }
    }

    /** A rep who leaves hands open deals over on the first morning after. */
    private void handOverUntil(long end) {
        while (account.isOpen() && !account.isRemoved() && owner.isPresent()) {
            long left = owner.get().career().leftDay();
            if (left == Long.MAX_VALUE || Timeline.startOf(left) + 9 * Timeline.HOUR >= end) {
                return;
            }
            now = Math.max(Timeline.startOf(left) + 9 * Timeline.HOUR, now + Timeline.SECOND);
            if (now >= end) {
                return;
            }
            changeOwner();
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
        owner.ifPresent(rep -> practice.onStage(rep, type.stages().get(place), now));
    }

    private void changeAmount() {
        amount = amount == null ? 10_000 : Math.max(1, (long) (amount * dice.between(0.7, 1.3)));
        account.priced(amount);
        say(new DealDraft(Kind.AMOUNT_CHANGED).amount(amount, currency));
    }

    private void changeCloseDate() {
        if (account.isOpen()) {
            long expected = plannedClose + dice.time(0, 20);
            say(new DealDraft(Kind.CLOSE_DATE_CHANGED).expectedClose(expected));
        }
    }

    /** Whoever is there in the team takes over; after a close this moves nobody's past. */
    private void changeOwner() {
        Rep former = owner.orElse(world.organisation().reps().get(0));
        owner = world.organisation().colleague(former, Timeline.dayOf(now), dice);
        say(new DealDraft(Kind.OWNER_CHANGED).owner(ownerId()));
    }

    private void split() {
        Optional<Rep> partner =
                owner.flatMap(
                        rep -> world.organisation().colleague(rep, Timeline.dayOf(now), dice));
        if (partner.isEmpty()) {
            return;
        }
        List<Split> shares = new ArrayList<>();
        shares.add(new Split(ownerId(), Split.Kind.REVENUE, 7_000));
        shares.add(new Split(partner.get().id(), Split.Kind.REVENUE, 3_000));
        if (dice.chance(0.3)) {
            shares.add(new Split(partner.get().id(), Split.Kind.OVERLAY, 2_000));
        }
        account.split(shares);
        say(new DealDraft(Kind.SPLIT_SET).splits(List.copyOf(shares)));
    }

    /** The close that is taken back later has no weight in the final outcome. */
    private void closeTooEarly() {
        if (account.isOpen()) {
            end(dice.chance(0.8) ? DealStatus.LOST : DealStatus.WON);
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
            end(isWon() ? DealStatus.WON : DealStatus.LOST);
        }
    }

    private boolean isWon() {
        double probability = owner.map(rep -> rep.winProbability(now)).orElse(0.2);
        return dice.chance(probability);
    }

    private void winDropped() {
        if (account.status() == DealStatus.DROPPED) {
            end(DealStatus.WON);
        }
    }

    private void end(DealStatus outcome) {
        DealDraft close =
                outcome == DealStatus.WON
                        ? new DealDraft(Kind.WON).amount(amount, currency)
                        : new DealDraft(Kind.LOST).lossReason(dice.pick(LOSS_REASONS));
        boolean knownByDay = dice.chance(0.05) && Timeline.dayOf(spokenAt) < Timeline.dayOf(now);
        if (!knownByDay) {
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
        account.removed(true);
        say(new DealDraft(Kind.DELETED));
        if (dice.chance(0.3)) {
            undelete();
        }
    }

    private void merge() {
        account.removed(true);
        say(new DealDraft(Kind.MERGED).mergedInto(mergeTarget));
        if (dice.chance(0.15)) {
            undelete();
        }
    }

    private void undelete() {
        now += dice.time(0.5, 4);
        if (now < world.timeline().endMicros()) {
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
        return owner.map(Rep::id).orElse("");
    }

    private record Step(long at, Runnable what) {}
}
