package io.enablement.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Teams and the reps in them, all careers decided. */
record Organisation(List<Team> teams, List<Rep> reps) {

    static final String ACCOUNT_EXECUTIVE = "account-executive";
    static final String ACCOUNT_MANAGER = "account-manager";
    static final String INSIDE_SALES = "inside-sales";
    static final String TEAM_LEAD = "team-lead";
    static final List<String> REGIONS = List.of("americas", "emea", "apac");

    private static final int REPS_IN_A_TEAM = 8;
    private static final double HIRED_ON_THE_WAY = 0.2;
    private static final int DAYS_OF_SERVICE = 900;

    static Organisation of(SimulationSettings settings, Timeline timeline) {
        int count = Math.max(REGIONS.size(), (settings.reps() - 1) / REPS_IN_A_TEAM + 1);
        List<Team> teams = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            teams.add(
                    new Team(
                            id("team", 3, number),
                            REGIONS.get(number % REGIONS.size()),
                            id("lead", 3, number)));
        }
        List<Rep> reps = new ArrayList<>();
        for (int number = 1; number <= settings.reps(); number++) {
            Team team = teams.get(number % teams.size());
            reps.add(rep(number, team, teams, settings.seed(), timeline));
        }
        return new Organisation(List.copyOf(teams), List.copyOf(reps));
    }

    static String id(String prefix, int digits, long number) {
        return prefix + "-" + String.format(Locale.ROOT, "%0" + digits + "d", number);
    }

    /** Somebody of the team who works on that day and is not the rep; empty where nobody is. */
    Optional<Rep> colleague(Rep rep, long day, Dice dice) {
        Team team = rep.career().teamAt(day);
        int start = dice.below(reps.size());
        for (int place = 0; place < reps.size(); place++) {
            Rep other = reps.get((start + place) % reps.size());
            if (other != rep && other.isActive(day) && other.career().teamAt(day) == team) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static Rep rep(int number, Team team, List<Team> teams, long seed, Timeline timeline) {
        Dice dice = Dice.of(seed, "rep", number);
        double talent = dice.uniform();
        long hired =
                dice.chance(HIRED_ON_THE_WAY)
                        ? timeline.firstDay() + dice.below(timeline.days())
                        : timeline.firstDay() - 1 - dice.below(DAYS_OF_SERVICE);
        return new Rep(
                id("rep", 4, number),
                role(dice.uniform()),
                currency(team.region(), dice.uniform()),
                talent,
                Career.draw(hired, team, teams, timeline, dice),
                Slump.draw(timeline, dice),
                Dice.of(seed, "days of rep", number));
    }

    private static String role(double uniform) {
        if (uniform < 0.5) {
            return ACCOUNT_EXECUTIVE;
        }
        return uniform < 0.75 ? ACCOUNT_MANAGER : INSIDE_SALES;
    }

    private static String currency(String region, double uniform) {
        return switch (region) {
            case "emea" -> uniform < 0.7 ? "EUR" : "GBP";
            case "apac" -> "JPY";
            default -> SimulationSettings.REPORTING_CURRENCY;
        };
    }
}
