package io.enablement.simulation;

import io.enablement.domain.deal.Part;
import io.enablement.domain.event.TrainingEvent.Kind;

/** What an owner does with content and training on one deal when it reaches a stage. */
final class Practice {

    private static final double USES_CONTENT = 0.35;
    private static final double BUYER_LOOKS = 0.1;
    private static final double PRACTISES = 0.3;
    private static final long PRACTICE_DAYS = 120;

    private final World world;
    private final String dealId;
    private final String accountId;
    private final Dice dice;

    Practice(World world, String dealId, String accountId, Dice dice) {
        this.world = world;
        this.dealId = dealId;
        this.accountId = accountId;
        this.dice = dice;
    }

    void onStage(Rep owner, String stage, long at) {
        long later = at + dice.time(0.05, 1.5);
        if (later >= world.timeline().endMicros() || !owner.isActive(Timeline.dayOf(later))) {
            return;
        }
        ContentStory content = ContentStory.onDeal(world, owner, dealId, accountId, later, dice);
        if (dice.chance(USES_CONTENT)) {
            content.tellUseByRep();
        }
        if (dice.chance(BUYER_LOOKS)) {
            content.tellViewByBuyer();
        }
        for (Enrolment enrolment : owner.enrolments()) {
            if (isFresh(enrolment, at) && dice.chance(PRACTISES)) {
                apply(enrolment.programme(), owner, stage, later);
            }
        }
    }

    private static boolean isFresh(Enrolment enrolment, long at) {
        return enrolment.programme().practised()
                && enrolment.isTrainedBy(at)
                && at - enrolment.completedAt() < PRACTICE_DAYS * Timeline.DAY;
    }

    private void apply(Programme programme, Rep owner, String stage, long at) {
        TrainingDraft draft = new TrainingDraft(owner.id(), programme).on(dealId, stage);
        if (programme.isCoaching()) {
            say(Kind.COACHED, draft.duration(1_800), at, Part.COACHED);
            return;
        }
        say(Kind.ASSIGNMENT_SUBMITTED, draft, at, Part.ASSIGNMENTS_SUBMITTED);
        long approved = at + dice.time(0.5, 5);
        if (dice.chance(0.8) && approved < world.timeline().endMicros()) {
            TrainingDraft approval = draft.score(dice.between(0.6, 1));
            say(Kind.ASSIGNMENT_APPROVED, approval, approved, Part.ASSIGNMENTS_APPROVED);
        }
    }

    private void say(Kind kind, TrainingDraft content, long at, Part part) {
        world.tell(content.event(kind, world.envelope(Sources.LMS, at, dice)));
        String programme = content.programme().id();
        world.books().postTraining(content.repId(), programme, part, 1, Timeline.dateOf(at));
    }
}
