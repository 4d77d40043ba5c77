package io.enablement.impact.run;

import io.enablement.domain.cohort.Basis;
import io.enablement.domain.deal.Part;
import io.enablement.impact.did.Estimate;
import io.enablement.impact.did.Estimation;
import io.enablement.impact.did.Evidence;
import io.enablement.impact.did.GroupTimeEffects;
import io.enablement.impact.did.GroupTimeResult;
import io.enablement.impact.did.Holm;
import io.enablement.impact.did.Robustness;
import io.enablement.impact.did.Verdict;
import io.enablement.impact.feasibility.Plan;
import io.enablement.impact.leading.LeadingToLagging;
import io.enablement.impact.maturity.Findings;
import io.enablement.impact.panel.Outcome;
import io.enablement.impact.panel.OutcomeMonths;
import io.enablement.impact.panel.Overlap;
import io.enablement.impact.panel.Panel;
import io.enablement.impact.panel.ProgrammeMonth;
import io.enablement.impact.panel.ProgrammePanel;
import io.enablement.impact.panel.ProgrammePanel.Clusters;
import io.enablement.impact.panel.SalesHistory;
import io.enablement.impact.registration.Definition;
import io.enablement.impact.registration.Registration;
import io.enablement.impact.roi.Cost;
import io.enablement.impact.roi.Levels;
import io.enablement.impact.roi.Practice;
import io.enablement.impact.roi.Return;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Evaluates one programme: every outcome on both bases, then what follows from them. */
final class Evaluation {

    private final RunInputs inputs;
    private final SalesHistory history;
    private final ImpactSettings settings;
    private final String programme;
    private final Registration registration;
    private final Definition definition;
    private final List<ProgrammeMonth> activities;
    private final int startMonth;

    Evaluation(RunInputs inputs, ImpactSettings settings, String programme) {
        this.inputs = inputs;
        this.history = inputs.history();
        this.settings = settings;
        this.programme = programme;
        List<Definition> definitions = history.programmes().getOrDefault(programme, List.of());
        this.registration = definitions.isEmpty() ? null : new Registration(definitions);
        this.definition = registration == null ? null : registration.counting();
        this.activities =
                history.activities().stream()
                        .filter(each -> each.programme().equals(programme))
                        .toList();
        this.startMonth =
                definition == null || definition.launchAt() == null
                        ? history.sales().firstMonth()
                        : history.employment().month(definition.launchAt());
    }

    ProgrammeReport report() {
        List<OutcomeImpact> outcomes = new ArrayList<>();
        Map<Basis, Overlap> overlaps = new EnumMap<>(Basis.class);
        Map<Basis, Return> returns = new EnumMap<>(Basis.class);
        if (definition != null) {
            for (Basis basis : Basis.values()) {
                panel(judged(), basis)
                        .ifPresent(
                                panel -> {
                                    Overlap overlap = Overlap.of(history, panel, programme);
                                    overlaps.put(basis, overlap);
                                    outcomes.addAll(outcomes(basis, overlap));
                                });
                returns.put(basis, roi(basis));
            }
        }
        boolean paybackOver = paybackMonth().map(end -> lastMonth() >= end).orElse(false);
        Map<Basis, Levels> levels = new EnumMap<>(Basis.class);
        returns.forEach((basis, roi) -> levels.put(basis, levels(basis, outcomes, roi)));
        return new ProgrammeReport(
                programme,
                registration,
                paybackOver,
                outcomes,
                overlaps,
                returns,
                levels,
                findings(outcomes, returns, paybackOver).judge(),
                foresight());
    }

    private List<OutcomeImpact> outcomes(Basis basis, Overlap overlap) {
        List<OutcomeImpact> all = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            panel(outcome, basis)
                    .ifPresent(panel -> all.add(impact(basis, outcome, panel, overlap)));
        }
        double[] adjusted =
                Holm.adjust(
                        all.stream()
                                .mapToDouble(
                                        each ->
                                                each.registered()
                                                        ? Double.NaN
                                                        : each.result().overall().p())
                                .toArray());
        for (int place = 0; place < adjusted.length; place++) {
            all.set(place, all.get(place).withHolm(adjusted[place]));
        }
        return all;
    }

    private OutcomeImpact impact(
            Basis basis, Outcome outcome, ProgrammePanel panel, Overlap overlap) {
        Estimation estimation = settings.estimation(outcome.isRate());
        GroupTimeResult result = GroupTimeEffects.of(panel.panel(), estimation);
        Robustness robustness = Robustness.of(panel.panel(), estimation);
        boolean randomised = RandomisedComparison.isCalledFor(definition.isRandom(), basis);
        double sampleRatioP =
                randomised
                        ? RandomisedComparison.sampleRatioP(
                                history, panel, startMonth, settings.shareTreated())
                        : Double.NaN;
        double mde = mde(outcome, panel);
        Evidence.Facts facts =
                new Evidence.Facts(
                        sampleRatioP,
                        overlap.greatest(),
                        registration.isBaselineEdited(),
                        panel.treated() == 0 && panel.immature() > 0);
        return new OutcomeImpact(
                basis,
                outcome,
                isRegistered(basis, outcome),
                outcome == judged(),
                panel,
                Clusters.of(definition),
                result,
                robustness,
                new OutcomeImpact.Facts(overlap.greatest(), sampleRatioP),
                baseline(outcome, panel),
                mde,
                Double.NaN,
                Verdict.of(Evidence.of(result, robustness, mde, facts)),
                randomised
                        ? new RandomisedComparison(inputs.months(outcome), panel, startMonth).all()
                        : List.of());
    }

    private Optional<ProgrammePanel> panel(Outcome outcome, Basis basis) {
        return ProgrammePanel.of(
                inputs.months(outcome),
                registration.newest(),
                basis,
                Clusters.of(definition),
                startMonth);
    }

    /** The registered metric, else that of the newest definition, else the close rate. */
    private Outcome judged() {
        return Outcome.named(definition.primaryMetric()).orElse(Outcome.CLOSE_RATE_COUNT);
    }

    private boolean isRegistered(Basis basis, Outcome outcome) {
        return basis == Basis.ASSIGNED
                && registration
                        .atLaunch()
                        .flatMap(then -> Outcome.named(then.primaryMetric()))
                        .filter(outcome::equals)
                        .isPresent();
    }

    private double baseline(Outcome outcome, ProgrammePanel panel) {
        OutcomeMonths months = inputs.months(outcome);
        double sum = 0;
        int count = 0;
        for (int unit = 0; unit < panel.reps().length; unit++) {
            int cohort = panel.panel().cohorts()[unit];
            for (int month = firstOfBaseline();
                    month < Math.min(cohort, endOfBaseline());
                    month++) {
                double value =
                        cohort <= panel.lastMonth()
                                ? months.value(panel.reps()[unit], month)
                                : Double.NaN;
                if (!Double.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private int firstOfBaseline() {
        return definition.hasBaseline()
                ? Math.max(
                        history.sales().firstMonth(),
                        history.employment().month(definition.baselineFrom()))
                : history.sales().firstMonth();
    }

    /** The first month after the baseline. */
    private int endOfBaseline() {
        int end =
                definition.hasBaseline()
                        ? history.employment().month(justBefore(definition.baselineTo())) + 1
                        : startMonth;
        return Math.min(end, lastMonth() + 1);
    }

    /**
     * What was recorded before the launch; else what the audience's months before the launch say
     * could be found with as many reps in as many months.
     */
    private double mde(Outcome outcome, ProgrammePanel panel) {
        Optional<Forecast> recorded =
                forecast().filter(each -> each.outcome().equals(outcome.id()));
        if (recorded.isPresent() && !Double.isNaN(recorded.get().mde())) {
            return recorded.get().mde();
        }
        long both = (long) panel.treated() + panel.controls();
        if (panel.treated() == 0 || panel.controls() == 0) {
            return Double.NaN;
        }
        return Plan.of(inputs.months(outcome), panel.reps(), firstOfBaseline(), startMonth - 1)
                .map(
                        plan ->
                                plan.detectable(
                                                both,
                                                (double) panel.treated() / both,
                                                lastMonth() - startMonth + 1)
                                        .orElse(Double.NaN))
                .orElse(Double.NaN);
    }

    private Return roi(Basis basis) {
        Cost cost = Cost.of(registration, history.published().currency());
        int end = paybackMonth().map(month -> Math.min(month, lastMonth())).orElse(lastMonth());
        TreeSet<Integer> cohorts = new TreeSet<>();
        int[] cohortOf = new int[history.sales().reps().size()];
        for (int rep = 0; rep < cohortOf.length; rep++) {
            cohortOf[rep] = history.exposures().month(programme, basis, rep);
            if (cohortOf[rep] <= end && cohortOf[rep] >= history.sales().firstMonth()) {
                cohorts.add(cohortOf[rep]);
            }
        }
        Optional<ProgrammePanel> panel = panel(Outcome.WON_AMOUNT, basis);
        if (panel.isEmpty()) {
            return new Return(
                    Estimate.UNKNOWN,
                    settings.margin(),
                    cost,
                    0,
                    0,
                    List.of("fewer than two months are mature"));
        }
        // Whoever left the panel for a missing month was treated all the same.
        GroupTimeResult effects =
                GroupTimeEffects.of(
                        panel.get().panel(),
                        settings.estimation(true).withBootstrap(0, settings.seed()));
        return Return.of(
                effects,
                cohorts.stream().mapToInt(Integer::intValue).toArray(),
                (cohort, month) -> members(cohortOf, cohort, month),
                end,
                settings.margin(),
                cost);
    }

    private int members(int[] cohortOf, int cohort, int month) {
        int members = 0;
        for (int rep = 0; rep < cohortOf.length; rep++) {
            members += cohortOf[rep] == cohort && history.worked().in(rep, month) ? 1 : 0;
        }
        return members;
    }

    private Levels levels(Basis basis, List<OutcomeImpact> outcomes, Return roi) {
        String impact =
                outcomes.stream()
                        .filter(each -> each.basis() == basis && each.leads())
                        .filter(each -> each.kind() != Verdict.Kind.NOT_PROVABLE)
                        .map(each -> words(each.outcome().id(), each.result().overall()))
                        .findFirst()
                        .orElse("");
        String returned =
                roi.isKnown()
                        ? words(
                                "return",
                                roi.roi(roi.wonAmount().value()),
                                roi.roi(roi.wonAmount().low()),
                                roi.roi(roi.wonAmount().high()))
                        : "";
        return Levels.of(
                Practice.of(activities), assigned(), roi.cost().source(), impact, returned);
    }

    private long assigned() {
        long assigned = 0;
        for (int rep = 0; rep < history.sales().reps().size(); rep++) {
            assigned +=
                    history.exposures().month(programme, Basis.ASSIGNED, rep) == Panel.NEVER
                            ? 0
                            : 1;
        }
        return assigned;
    }

    private Findings findings(
            List<OutcomeImpact> outcomes, Map<Basis, Return> returns, boolean paybackOver) {
        long deals = 0;
        TreeSet<Long> months = new TreeSet<>();
        for (int rep = 0; rep < history.sales().reps().size(); rep++) {
            int cohort = history.exposures().reached(programme, rep);
            for (int month = Math.max(cohort, history.sales().firstMonth());
                    month <= lastMonth();
                    month++) {
                deals += history.sales().amount(Part.WON, rep, month);
                deals += history.sales().amount(Part.LOST, rep, month);
                months.add(100_000L * cohort + month);
            }
        }
        Optional<OutcomeImpact> lead =
                outcomes.stream()
                        .filter(each -> each.basis() == Basis.ASSIGNED && each.leads())
                        .findFirst();
        boolean isMeasured = lead.isPresent() && lead.get().result().overall().hasInterval();
        return new Findings(
                registration,
                Practice.of(activities),
                months.size(),
                deals,
                paybackOver,
                isMeasured,
                inputs.attributedDeals().getOrDefault(programme, 0.0),
                returns.values().stream().anyMatch(Return::isKnown),
                forecast().map(Forecast::words).orElse(""),
                isMeasured && forecast().isPresent(),
                forecast().filter(each -> !Double.isNaN(each.mde())).isPresent());
    }

    /** The last one that was recorded with data from before the launch. */
    private Optional<Forecast> forecast() {
        if (definition == null || definition.launchAt() == null) {
            return Optional.empty();
        }
        return inputs.forecasts().stream()
                .filter(each -> each.programme().equals(programme))
                .filter(each -> !each.asOf().isAfter(definition.launchAt()))
                .reduce((earlier, later) -> later);
    }

    private List<LeadingToLagging> foresight() {
        if (definition == null) {
            return List.of();
        }
        int[] reps = audience();
        List<LeadingToLagging> all = new ArrayList<>();
        for (Outcome lagging : new TreeSet<>(List.of(judged(), Outcome.WON_AMOUNT))) {
            all.addAll(LeadingToLagging.of(inputs.months(lagging), reps, activities));
        }
        return all;
    }

    /** Whom the programme is for, and whom it has reached. */
    private int[] audience() {
        List<Integer> reps = new ArrayList<>();
        for (int rep = 0; rep < history.sales().reps().size(); rep++) {
            boolean isMeant =
                    history.employment()
                            .label(history.sales().reps().get(rep), startMonth)
                            .filter(
                                    label ->
                                            registration
                                                    .newest()
                                                    .isFor(label.role(), label.region()))
                            .isPresent();
            if (isMeant || history.exposures().reached(programme, rep) != Panel.NEVER) {
                reps.add(rep);
            }
        }
        return reps.stream().mapToInt(Integer::intValue).toArray();
    }

    private int lastMonth() {
        return history.lastMatureMonth();
    }

    private Optional<Integer> paybackMonth() {
        return Optional.ofNullable(definition)
                .flatMap(Definition::paybackEnd)
                .map(end -> history.employment().month(justBefore(end)));
    }

    private static Instant justBefore(Instant end) {
        return end.minusNanos(1_000);
    }

    private static String words(String name, Estimate estimate) {
        return words(name, estimate.value(), estimate.low(), estimate.high());
    }

    private static String words(String name, double value, double low, double high) {
        return String.format(Locale.ROOT, "%s %+.4g [%.4g, %.4g]", name, value, low, high);
    }
}
