package io.enablement.simulation;

import java.util.ArrayList;
import java.util.List;

/** Somebody who sells: lasting traits, the career, bad times, and programmes. */
final class Rep {

    private static final double PARETO_EXPONENT = 1.2;
    private static final double GREATEST_SKILL = 60;
    private static final double LEAST_WIN_PROBABILITY = 0.02;

    private final String id;
    private final String role;
    private final String currency;
    private final double talent;
    private final double skill;
    private final double usualPace;
    private final Career career;
    private final List<Slump> slumps;
    private final Dice dice;
    private final List<Enrolment> enrolments = new ArrayList<>();
    private String lastDeal = "";

    /**
     * @param talent rank among all people who sell, from 0 to 1
     */
    Rep(
            String id,
            String role,
            String currency,
            double talent,
            Career career,
            List<Slump> slumps,
            Dice dice) {
        this.id = id;
        this.role = role;
        this.currency = currency;
        this.talent = talent;
        this.skill = Math.min(GREATEST_SKILL, StrictMath.pow(1 - talent, -1 / PARETO_EXPONENT));
        this.usualPace = Math.min(2.5, 0.75 * StrictMath.pow(skill, 0.3));
        this.career = career;
        this.slumps = slumps;
        this.dice = dice;
    }

    String id() {
        return id;
    }

    String role() {
        return role;
    }

    String region() {
        return career.teamAt(career.hiredDay()).region();
    }

    String currency() {
        return currency;
    }

    double talent() {
        return talent;
    }

    /** Follows Pareto: a few champions are worth many others. */
    double skill() {
        return skill;
    }

    Career career() {
        return career;
    }

    List<Slump> slumps() {
        return slumps;
    }

    List<Enrolment> enrolments() {
        return enrolments;
    }

    void enrol(Enrolment enrolment) {
        enrolments.add(enrolment);
    }

    /** Whether the rep will have left before the simulation ends. */
    boolean leaves() {
        return career.leftDay() != Long.MAX_VALUE;
    }

    boolean isActive(long day) {
        return career.isActive(day);
    }

    /** How many deals the rep creates compared to an average one. */
    double pace(long day) {
        double ramp = 0.3 + 0.7 * career.ramp(day);
        double slump = isInSlump(day) ? 0.7 : 1;
        return usualPace * ramp * slump;
    }

    /** The probability of winning a deal that is decided at that moment. */
    double winProbability(long micros) {
        return winProbability(micros, effectAt(micros).winRate());
    }

    /** As {@link #winProbability(long)}, had no programme any effect. */
    double usualWinProbability(long micros) {
        return winProbability(micros, 0);
    }

    /** How large the deals are compared to those of a rep without any skill. */
    double dealSize(long micros) {
        return StrictMath.pow(skill, 0.65) * effectAt(micros).sizeFactor();
    }

    double cycleFactor(long micros) {
        return (1.1 - 0.2 * talent) * effectAt(micros).cycleFactor();
    }

    /** What all completed programmes do together. */
    Effect effectAt(long micros) {
        Effect sum = Effect.NONE;
        for (Enrolment enrolment : enrolments) {
            sum = sum.and(enrolment.effectAt(micros));
        }
        return sum;
    }

    /** What happens to the rep on a day is thrown with the rep's own dice. */
    Dice dice() {
        return dice;
    }

    /** The deal created last; empty before the first. */
    String lastDeal() {
        return lastDeal;
    }

    void created(String dealId) {
        lastDeal = dealId;
    }

    private double winProbability(long micros, double effect) {
        long day = Timeline.dayOf(micros);
        double base = 0.24 + 0.1 * talent - 0.08 * (1 - career.ramp(day));
        double slump = isInSlump(day) ? -0.08 : 0;
        return Math.max(LEAST_WIN_PROBABILITY, base + slump + effect);
    }

    private boolean isInSlump(long day) {
        for (Slump slump : slumps) {
            if (slump.holdsOn(day)) {
                return true;
            }
        }
        return false;
    }
}
