package io.enablement.impact.panel;

import io.enablement.domain.cohort.Basis;
import io.enablement.impact.registration.Definition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One outcome of the reps whom a programme has reached and of those it could have reached.
 *
 * <p>Treated are the reps of its cohorts. Controls are the reps of its audience, as they were
 * labelled when it started, whom it has not reached in any way. Reps whom it has reached in another
 * way than by the basis (assigned but not completed, waived) are neither; nor are reps of whose
 * employment nothing is known, or who have no value in any month.
 *
 * @param reps the place of each unit among the reps of the sales
 * @param treated units of cohorts that start within the panel
 * @param immature units of cohorts that start after its last month: not yet treated in it
 * @param controls units that are never reached
 * @param leftOut reps without employment or without any value
 */
public record ProgrammePanel(
        Panel panel,
        int[] reps,
        int firstMonth,
        int lastMonth,
        int treated,
        int immature,
        int controls,
        int treatedTeams,
        int controlTeams,
        int leftOut) {

    /** What is drawn, and counted as independent. */
    public enum Clusters {
        REP,
        TEAM;

        /** Teams where managers choose, as they choose by team; else reps. */
        public static Clusters of(Definition definition) {
            return definition.assignment().equals("manager") ? TEAM : REP;
        }

        public String label() {
            return this == REP ? "rep" : "team";
        }
    }

    /**
     * From the first month with sales to the last mature one; empty where these are fewer than two.
     *
     * @param definition whose audience counts
     * @param startMonth at which labels are looked up
     */
    public static Optional<ProgrammePanel> of(
            OutcomeMonths outcome,
            Definition definition,
            Basis basis,
            Clusters clusters,
            int startMonth) {
        int first = outcome.history().sales().firstMonth();
        int last = outcome.history().lastMatureMonth();
        return last - first < 1
                ? Optional.empty()
                : Optional.of(
                        new Builder(outcome, definition, basis, startMonth, first, last)
                                .build(clusters));
    }

    /** Chooses the units. */
    private static final class Builder {

        private final OutcomeMonths outcome;
        private final SalesHistory history;
        private final Definition definition;
        private final Basis basis;
        private final int startMonth;
        private final int first;
        private final int last;
        private final List<Integer> reps = new ArrayList<>();
        private final List<Integer> cohorts = new ArrayList<>();
        private final List<String> teams = new ArrayList<>();
        private int leftOut;

        Builder(
                OutcomeMonths outcome,
                Definition definition,
                Basis basis,
                int startMonth,
                int first,
                int last) {
            this.outcome = outcome;
            this.history = outcome.history();
            this.definition = definition;
            this.basis = basis;
            this.startMonth = startMonth;
            this.first = first;
            this.last = last;
        }

        ProgrammePanel build(Clusters clusters) {
            for (int rep = 0; rep < history.sales().reps().size(); rep++) {
                choose(rep);
            }
            int[] cohort = cohorts.stream().mapToInt(Integer::intValue).toArray();
            Panel panel =
                    new Panel(
                            TimeScale.MONTH,
                            reps.stream().map(history.sales().reps()::get).toList(),
                            months(),
                            values(),
                            cohort,
                            ones(cohort.length),
                            clusters(clusters),
                            List.of(),
                            new double[0]);
            return new ProgrammePanel(
                    panel,
                    reps.stream().mapToInt(Integer::intValue).toArray(),
                    first,
                    last,
                    (int) Arrays.stream(cohort).filter(each -> each <= last).count(),
                    (int)
                            Arrays.stream(cohort)
                                    .filter(each -> each > last && each != Panel.NEVER)
                                    .count(),
                    (int) Arrays.stream(cohort).filter(each -> each == Panel.NEVER).count(),
                    teams(true),
                    teams(false),
                    leftOut);
        }

        private void choose(int rep) {
            String name = history.sales().reps().get(rep);
            int cohort = history.exposures().month(definition.programme(), basis, rep);
            Optional<Spell> label = history.employment().label(name, startMonth);
            boolean isControl =
                    history.exposures().reached(definition.programme(), rep) == Panel.NEVER
                            && label.filter(spell -> definition.isFor(spell.role(), spell.region()))
                                    .isPresent();
            if (cohort == Panel.NEVER && !isControl) {
                return;
            }
            if (label.isEmpty() || !outcome.isKnown(rep, first, last)) {
                leftOut++;
                return;
            }
            reps.add(rep);
            cohorts.add(cohort);
            teams.add(label.get().team());
        }

        private int[] months() {
            int[] months = new int[last - first + 1];
            Arrays.setAll(months, place -> first + place);
            return months;
        }

        private double[] values() {
            double[] values = new double[reps.size() * (last - first + 1)];
            for (int month = first; month <= last; month++) {
                for (int unit = 0; unit < reps.size(); unit++) {
                    values[(month - first) * reps.size() + unit] =
                            outcome.value(reps.get(unit), month);
                }
            }
            return values;
        }

        private int[] clusters(Clusters chosen) {
            int[] clusters = new int[reps.size()];
            if (chosen == Clusters.REP) {
                Arrays.setAll(clusters, unit -> unit);
                return clusters;
            }
            Map<String, Integer> numbers = new HashMap<>();
            for (int unit = 0; unit < clusters.length; unit++) {
                String team = teams.get(unit);
                Integer number = numbers.get(team);
                if (number == null) {
                    number = numbers.size();
                    numbers.put(team, number);
                }
                clusters[unit] = number;
            }
            return clusters;
        }

        private int teams(boolean treated) {
            TreeSet<String> names = new TreeSet<>();
            for (int unit = 0; unit < teams.size(); unit++) {
                if (treated ? cohorts.get(unit) <= last : cohorts.get(unit) == Panel.NEVER) {
                    names.add(teams.get(unit));
                }
            }
            return names.size();
        }

        private static double[] ones(int count) {
            double[] ones = new double[count];
            Arrays.fill(ones, 1);
            return ones;
        }
    }
}
