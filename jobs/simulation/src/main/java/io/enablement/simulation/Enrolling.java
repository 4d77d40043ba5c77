package io.enablement.simulation;

import io.enablement.simulation.Enrolment.Course;
import java.util.ArrayList;
import java.util.List;

/** Decides in advance who takes part in a programme, when, and how it ends. */
final class Enrolling {

    private static final long SETTLED_DAYS = 90;

    private final Programme programme;
    private final Organisation organisation;
    private final Timeline timeline;
    private final Dice dice;

    private Enrolling(
            Programme programme, Organisation organisation, Timeline timeline, Dice dice) {
        this.programme = programme;
        this.organisation = organisation;
        this.timeline = timeline;
        this.dice = dice;
    }

    static void enrol(
            Programme programme, Organisation organisation, Timeline timeline, long seed) {
        Dice dice = Dice.of(seed, programme.id(), 0);
        Enrolling enrolling = new Enrolling(programme, organisation, timeline, dice);
        switch (programme.rollout().selection()) {
            case LOT -> enrolling.drawLots();
            case TEAMS -> enrolling.sendTeams();
            case NEW_HIRES -> enrolling.sendNewHires();
            case BETTER_REPS -> enrolling.letBetterRepsEnrol();
            case AFTER_A_DIP -> enrolling.letUnluckyRepsEnrol();
        }
    }

    private void drawLots() {
        Rollout rollout = programme.rollout();
        long launch = timeline.monthStart(rollout.launchMonth());
        List<Rep> eligible = new ArrayList<>(eligible(launch));
        dice.shuffle(eligible);
        int drawn = (int) StrictMath.round(rollout.share() * eligible.size());
        for (int place = 0; place < drawn; place++) {
            enrolInWave(eligible.get(place), place % rollout.waves());
        }
    }

    private void sendTeams() {
        Rollout rollout = programme.rollout();
        List<Team> teams = new ArrayList<>(organisation.teams());
        if (!programme.audience().regions().isEmpty()) {
            teams.removeIf(team -> !programme.audience().regions().contains(team.region()));
        }
        dice.shuffle(teams);
        int sent = (int) StrictMath.ceil(rollout.share() * teams.size());
        List<Team> chosen = teams.subList(0, Math.min(sent, teams.size()));
        for (int wave = 0; wave < rollout.waves(); wave++) {
            long day = timeline.monthStart(rollout.waveMonth(wave));
            for (Rep rep : eligible(day)) {
                int place = chosen.indexOf(rep.career().teamAt(day));
                if (place >= 0 && place % rollout.waves() == wave && !isIn(rep)) {
                    enrolInWave(rep, wave);
                }
            }
        }
    }

    private void sendNewHires() {
        for (Rep rep : organisation.reps()) {
            long hired = rep.career().hiredDay();
            if (hired >= timeline.firstDay() && programme.audience().includes(rep)) {
                enrol(rep, 0, hired + 1 + dice.below(5));
            }
        }
    }

    private void letBetterRepsEnrol() {
        Rollout rollout = programme.rollout();
        for (int wave = 0; wave < rollout.waves(); wave++) {
            for (Rep rep : eligible(timeline.monthStart(rollout.waveMonth(wave)))) {
                double eagerness = 4 * StrictMath.pow(rep.talent(), 3);
                if (!isIn(rep) && dice.chance(rollout.share() / rollout.waves() * eagerness)) {
                    enrolInWave(rep, wave);
                }
            }
        }
    }

    private void letUnluckyRepsEnrol() {
        long launch = timeline.monthStart(programme.rollout().launchMonth());
        for (Rep rep : organisation.reps()) {
            for (Slump slump : rep.slumps()) {
                boolean open = slump.to() >= launch && programme.audience().includes(rep);
                if (open && !isIn(rep) && dice.chance(programme.rollout().share())) {
                    enrol(rep, 0, slump.to() + 1 + dice.below(14));
                }
            }
        }
    }

    /** Those in the audience who have worked for some time. */
    private List<Rep> eligible(long day) {
        return organisation.reps().stream()
                .filter(programme.audience()::includes)
                .filter(rep -> rep.isActive(day))
                .filter(rep -> rep.career().hiredDay() + SETTLED_DAYS <= day)
                .toList();
    }

    private boolean isIn(Rep rep) {
        return rep.enrolments().stream().anyMatch(known -> known.programme() == programme);
    }

    private void enrolInWave(Rep rep, int wave) {
        long first = timeline.monthStart(programme.rollout().waveMonth(wave));
        enrol(rep, wave, first + 1 + dice.below(20));
    }

    private void enrol(Rep rep, int wave, long day) {
        if (!rep.isActive(day) || day >= timeline.endDay()) {
            return;
        }
        long enrolledAt = Timeline.startOf(day) + dice.time(0.35, 0.7);
        Course course = course(dice.uniform());
        long completedAt =
                enrolledAt + dice.time(8, 30) + (needsMoreTime(course) ? 15 * Timeline.DAY : 0);
        if (!endsInTime(rep, completedAt)) {
            course = Course.ABANDONED;
        }
        boolean trained =
                switch (course) {
                    case COMPLETED, SECOND_ATTEMPT, COMPLETION_VOIDED -> true;
                    case WAIVED, ABANDONED, ENROLMENT_VOIDED, REQUEST_ONLY -> false;
                };
        rep.enrol(
                new Enrolment(
                        programme,
                        wave,
                        course,
                        enrolledAt,
                        trained ? completedAt : Enrolment.NEVER));
    }

    /** A course that ends after the simulation, or after the rep has gone, is just under way. */
    private boolean endsInTime(Rep rep, long at) {
        return at + Timeline.DAY < timeline.endMicros() && rep.isActive(Timeline.dayOf(at));
    }

    private static boolean needsMoreTime(Course course) {
        return course == Course.SECOND_ATTEMPT || course == Course.COMPLETION_VOIDED;
    }

    private Course course(double uniform) {
        boolean self = programme.rollout().selection().assignment().equals("self");
        if (uniform < 0.8) {
            return Course.COMPLETED;
        }
        if (uniform < 0.86) {
            return Course.SECOND_ATTEMPT;
        }
        if (uniform < 0.89) {
            return Course.COMPLETION_VOIDED;
        }
        if (uniform < 0.93) {
            return Course.WAIVED;
        }
        if (uniform < 0.95) {
            return Course.ENROLMENT_VOIDED;
        }
        return self && uniform < 0.98 ? Course.REQUEST_ONLY : Course.ABANDONED;
    }
}
