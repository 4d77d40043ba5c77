package io.enablement.domain.deal;

import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Moment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stays of a deal in its stages, in order; a re-opened deal may stay in one again. */
public record StagePath(List<StageVisit> visits) {

    static final StagePath NONE = new StagePath(List.of());

    /** Moves to the stage that the event names; stays where it names none or the same. */
    StagePath enter(DealEvent event, String owner) {
        if (event.stage().isEmpty() || isIn(event.stage())) {
            return this;
        }
        return add(
                StageVisit.enter(event.stage(), event.stageRank(), owner, event.occurred()),
                event.occurred());
    }

    /** Goes on in the stage that the event names, or else in the one that was left last. */
    StagePath resume(DealEvent event, String owner) {
        if (!event.stage().isEmpty() || visits.isEmpty()) {
            return enter(event, owner);
        }
        StageVisit last = visits.get(visits.size() - 1);
        return add(
                StageVisit.enter(last.stage(), last.rank(), owner, event.occurred()),
                event.occurred());
    }

    StagePath orOwnedBy(String other) {
        return new StagePath(visits.stream().map(visit -> visit.orOwnedBy(other)).toList());
    }

    StagePath leave(Moment at) {
        if (visits.isEmpty()) {
            return this;
        }
        List<StageVisit> changed = new ArrayList<>(visits);
        changed.set(changed.size() - 1, changed.get(changed.size() - 1).leave(at));
        return new StagePath(List.copyOf(changed));
    }

    /** The last stay, ended or not. */
    public Optional<StageVisit> last() {
        return visits.isEmpty() ? Optional.empty() : Optional.of(visits.get(visits.size() - 1));
    }

    /** The stays by stage, stages in the order in which they were first entered. */
    public Map<String, List<StageVisit>> byStage() {
        Map<String, List<StageVisit>> stages = new LinkedHashMap<>();
        for (StageVisit visit : visits) {
            stages.computeIfAbsent(visit.stage(), stage -> new ArrayList<>(1)).add(visit);
        }
        return stages;
    }

    /** A more advanced stage was entered after this stay began. */
    boolean advancesFrom(StageVisit entry) {
        for (int later = visits.indexOf(entry) + 1; later < visits.size(); later++) {
            if (visits.get(later).isBeyond(entry)) {
                return true;
            }
        }
        return false;
    }

    private boolean isIn(String stage) {
        if (visits.isEmpty()) {
            return false;
        }
        StageVisit last = visits.get(visits.size() - 1);
        return !last.left() && last.stage().equals(stage);
    }

    private StagePath add(StageVisit visit, Moment at) {
        List<StageVisit> more = new ArrayList<>(visits.size() + 1);
        more.addAll(visits);
        last().ifPresent(former -> more.set(more.size() - 1, former.leave(at)));
        more.add(visit);
        return new StagePath(more);
    }
}
