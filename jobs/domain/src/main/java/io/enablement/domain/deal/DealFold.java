package io.enablement.domain.deal;

import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Split;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Folds the events of one deal, given in their order, to what is known of it. */
final class DealFold {

    private final String dealId;
    private final List<Ownership> owners = new ArrayList<>(2);
    private final List<Opening> openings = new ArrayList<>(2);
    private final EnumSet<DealFlag> flags = EnumSet.noneOf(DealFlag.class);
    private int events;
    private Creation creation = Creation.MISSING;
    private String owner = "";
    private StagePath stages = StagePath.NONE;
    private Price price = Price.NONE;
    private Moment expectedClose = Moment.UNKNOWN;
    private Qualified qualified = Qualified.NEVER;
    private Closing closing = Closing.NONE;
    private List<Split> splits = List.of();
    private Removal removal = Removal.NONE;

    private DealFold(String dealId) {
        this.dealId = dealId;
    }

    static DealFold of(String dealId, List<DealEvent> events) {
        DealFold fold = new DealFold(dealId);
        events.forEach(fold::after);
        return fold;
    }

    DealFold after(DealEvent event) {
        events++;
        switch (event.kind()) {
            case CREATED -> create(event);
            case OWNER_CHANGED -> own(event);
            case STAGE_CHANGED -> enterStage(event);
            case AMOUNT_CHANGED -> price = price.after(event);
            case CLOSE_DATE_CHANGED -> expectClose(event);
            case SPLIT_SET -> splits = event.splits();
            case QUALIFIED -> qualify(event);
            case REOPENED -> reopen(event);
            case DELETED -> removal = Removal.DELETED;
            case MERGED -> removal = Removal.mergedInto(event.mergedInto(), event.occurred());
            case UNDELETED -> removal = Removal.NONE;
            case WON -> close(event, DealStatus.WON);
            case LOST -> close(event, DealStatus.LOST);
        }
        return this;
    }

    Deal deal() {
        return new Deal(
                dealId,
                events,
                creation,
                owner,
                stages,
                price,
                expectedClose,
                qualified,
                List.copyOf(openings),
                closing,
                splits,
                removal,
                shownFlags(),
                List.copyOf(owners));
    }

    private List<DealFlag> shownFlags() {
        if (creation.known()) {
            return List.copyOf(flags);
        }
        Set<DealFlag> shown = EnumSet.copyOf(flags);
        shown.add(DealFlag.NO_CREATED);
        return List.copyOf(shown);
    }

    private void create(DealEvent event) {
        if (creation.known()) {
            flags.add(DealFlag.CREATED_AGAIN);
            return;
        }
        creation = Creation.of(event);
        if (owner.isEmpty()) {
            own(event);
        }
        price = price.known() ? price : price.after(event);
        if (!expectedClose.isKnown()) {
            expectClose(event);
        }
        ownWhatCameBefore();
        if (closing.isClosed()) {
            return;
        }
        if (openings.isEmpty()) {
            openings.add(Opening.at(event.occurred(), event.owner()));
        }
        if (stages.visits().isEmpty()) {
            stages = stages.enter(event, owner);
        }
    }

    /** What sorts before the creation, for want of better times, was the owner's too. */
    private void ownWhatCameBefore() {
        closing = closing.orOwnedBy(owner);
        qualified = qualified.orOwnedBy(owner);
        owners.replaceAll(ownership -> ownership.orOwnedBy(owner));
        openings.replaceAll(opening -> opening.orOwnedBy(owner));
        stages = stages.orOwnedBy(owner);
    }

    private void own(DealEvent event) {
        owner = event.owner();
        owners.add(new Ownership(owner, event.occurred()));
    }

    private void enterStage(DealEvent event) {
        if (closing.isClosed()) {
            flags.add(DealFlag.STAGE_WHILE_CLOSED);
            return;
        }
        stages = stages.enter(event, owner);
    }

    private void expectClose(DealEvent event) {
        if (event.expectedCloseMicros() != null) {
            expectedClose = Moment.ofDayOrTime(event.expectedCloseMicros());
        }
    }

    private void qualify(DealEvent event) {
        if (closing.outcome() == DealStatus.WON || closing.outcome() == DealStatus.LOST) {
            flags.add(DealFlag.QUALIFIED_AFTER_CLOSE);
            return;
        }
        qualified = qualified.after(event, owner);
        if (event.qualification() == Qualification.DROPPED) {
            end(event, DealStatus.DROPPED);
            return;
        }
        if (closing.isClosed()) {
            open(event);
        }
    }

    private void close(DealEvent event, DealStatus outcome) {
        price = price.after(event);
        if (!closing.isClosed()) {
            end(event, outcome);
            return;
        }
        if (closing.outcome() == DealStatus.DROPPED && outcome == DealStatus.WON) {
            closing = new Closing(outcome, event.occurred(), owner, "");
            return;
        }
        flags.add(DealFlag.CLOSED_AGAIN);
        boolean corrects = closing.outcome() != outcome || !closing.at().isKnown();
        if (closing.outcome() != DealStatus.DROPPED && corrects) {
            closing = new Closing(outcome, event.occurred(), owner, event.lossReason());
        }
    }

    private void end(DealEvent event, DealStatus outcome) {
        if (closing.isClosed()) {
            return;
        }
        closing = new Closing(outcome, event.occurred(), owner, event.lossReason());
        stages = stages.leave(event.occurred());
        if (openings.isEmpty()) {
            openings.add(Opening.at(Moment.UNKNOWN, owner)); // it was open, nobody knows since when
        }
        int last = openings.size() - 1;
        openings.set(last, openings.get(last).until(event.occurred()));
    }

    private void reopen(DealEvent event) {
        if (!closing.isClosed()) {
            flags.add(DealFlag.REOPENED_WHILE_OPEN);
            stages = stages.enter(event, owner);
            return;
        }
        open(event);
    }

    private void open(DealEvent event) {
        closing = Closing.NONE;
        openings.add(Opening.at(event.occurred(), owner));
        stages = stages.resume(event, owner);
    }
}
