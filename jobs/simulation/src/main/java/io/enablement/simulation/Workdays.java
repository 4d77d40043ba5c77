package io.enablement.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What begins on a day: quotas, trainings, new deals, uses of content. */
final class Workdays {

    private final World world;
    private final Map<Long, List<Start>> trainings = new TreeMap<>();
    private long deals;

    Workdays(World world) {
        this.world = world;
        for (Rep rep : world.organisation().reps()) {
            for (Enrolment enrolment : rep.enrolments()) {
                long day = Timeline.dayOf(enrolment.enrolledAt()) - TrainingStory.LEAD_DAYS;
                trainings
                        .computeIfAbsent(
                                Math.max(day, world.timeline().firstDay()),
                                start -> new ArrayList<>())
                        .add(new Start(rep, enrolment));
            }
        }
    }

    void live(LocalDate day) {
        List<Start> starts = trainings.remove(day.toEpochDay());
        if (starts != null) {
            starts.forEach(start -> TrainingStory.tell(world, start.rep, start.enrolment));
        }
        double work = world.season().work(day);
        for (Rep rep : world.organisation().reps()) {
            QuotaStory.tell(world, rep, day);
            if (work > 0 && rep.isActive(day.toEpochDay())) {
                work(rep, day.toEpochDay(), work);
            }
        }
    }

    private void work(Rep rep, long day, double work) {
        Dice dice = rep.dice();
        SimulationSettings settings = world.settings();
        int created = dice.poisson(settings.dealsPerMonth() * work * rep.pace(day));
        for (int deal = 0; deal < created; deal++) {
            deals++;
            DealStory.tell(world, deals, rep, workingTime(day, dice));
        }
        int uses = dice.poisson(settings.contentUsesPerMonth() * work);
        for (int use = 0; use < uses; use++) {
            ContentStory.atTheDesk(world, rep, workingTime(day, dice), dice).tellUseByRep();
        }
    }

    private static long workingTime(long day, Dice dice) {
        return Timeline.startOf(day) + dice.time(0.33, 0.75);
    }

    private record Start(Rep rep, Enrolment enrolment) {}
}
