package io.enablement.simulation;

import io.enablement.simulation.DealStep.Deed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws what is planned for a deal, and when, as shares of the time from its creation to its
 * planned close.
 */
final class DealPlan {

    private static final double DROPPED = 0.1;
    private static final double DEFERRED = 0.15;
    private static final double WORKED_AFTER_DEFERRAL = 0.67;
    private static final double NEVER_QUALIFIED = 0.05;
    private static final double STAGE_ENTERED = 0.93;
    private static final double STEPS_BACK = 0.03;
    private static final double AMOUNT_CHANGED = 0.2;
    private static final double AMOUNT_CHANGED_AFTER_CLOSE = 0.02;
    private static final double CLOSE_DATE_CHANGED = 0.25;
    private static final double OWNER_CHANGED = 0.03;
    private static final double PROJECT_SPLIT = 0.12;
    private static final double CLOSED_TOO_EARLY = 0.04;
    private static final double DROPPED_IS_WON = 0.03;
    private static final double DELETED = 0.012;
    private static final double MERGED = 0.008;

    private final DealType type;
    private final long createdAt;
    private final long plannedClose;
    private final Dice dice;
    private final List<DealStep> steps = new ArrayList<>();

    private DealPlan(DealType type, long createdAt, long plannedClose, Dice dice) {
        this.type = type;
        this.createdAt = createdAt;
        this.plannedClose = plannedClose;
        this.dice = dice;
    }

    /** The steps in the order of their times. */
    static List<DealStep> draw(DealType type, long createdAt, long plannedClose, Dice dice) {
        DealPlan plan = new DealPlan(type, createdAt, plannedClose, dice);
        plan.qualify();
        plan.goThroughStages();
        plan.change();
        plan.close();
        plan.remove();
        plan.steps.sort(Comparator.comparingLong(DealStep::at));
        return plan.steps;
    }

    private void qualify() {
        if (dice.chance(NEVER_QUALIFIED)) {
            return;
        }
        if (dice.chance(DROPPED)) {
            add(Deed.DROP, 0.1, 0.2);
            return;
        }
        if (!dice.chance(DEFERRED)) {
            add(Deed.WORK, 0.1, 0.2);
            return;
        }
        add(Deed.DEFER, 0.1, 0.2);
        maybe(WORKED_AFTER_DEFERRAL, Deed.WORK, 0.3, 0.5);
    }

    /** A stage may be skipped. */
    private void goThroughStages() {
        int count = type.stages().size();
        for (int stage = 1; stage < count; stage++) {
            if (dice.chance(STAGE_ENTERED)) {
                double share = (stage + dice.between(-0.3, 0.3)) / count;
                steps.add(new DealStep(at(share), Deed.ENTER_STAGE, stage));
            }
        }
        maybe(STEPS_BACK, Deed.STEP_BACK, 0.6, 0.9);
    }

    private void change() {
        maybe(AMOUNT_CHANGED, Deed.CHANGE_AMOUNT, 0.2, 0.9);
        maybe(AMOUNT_CHANGED_AFTER_CLOSE, Deed.CHANGE_AMOUNT, 1.02, 1.3);
        maybe(CLOSE_DATE_CHANGED, Deed.CHANGE_CLOSE_DATE, 0.3, 0.9);
        maybe(OWNER_CHANGED, Deed.CHANGE_OWNER, 0.1, 1.3);
        if (type == DealType.PROJECT) {
            maybe(PROJECT_SPLIT, Deed.SPLIT, 0.5, 1.3);
        }
    }

    private void close() {
        if (dice.chance(CLOSED_TOO_EARLY)) {
            add(Deed.CLOSE_TOO_EARLY, 0.7, 0.8);
            add(Deed.REOPEN, 0.85, 0.95);
        }
        steps.add(new DealStep(plannedClose, Deed.CLOSE, 0));
        maybe(DROPPED_IS_WON, Deed.WIN_DROPPED, 1.05, 1.2);
    }

    private void remove() {
        maybe(DELETED, Deed.DELETE, 0.2, 1.4);
        maybe(MERGED, Deed.MERGE, 0.1, 1);
    }

    private void maybe(double probability, Deed deed, double from, double to) {
        if (dice.chance(probability)) {
            add(deed, from, to);
        }
    }

    private void add(Deed deed, double from, double to) {
        steps.add(new DealStep(at(dice.between(from, to)), deed, 0));
    }

    private long at(double share) {
        return createdAt + Timeline.time(share * (plannedClose - createdAt) / Timeline.DAY);
    }
}
