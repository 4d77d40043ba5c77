package io.enablement.impact.run;

import static io.enablement.impact.run.ResultTable.row;

import io.enablement.domain.cohort.Basis;
import io.enablement.impact.did.Estimate;
import io.enablement.impact.did.Sample;
import io.enablement.impact.leading.Foresight;
import io.enablement.impact.leading.LeadingToLagging;
import io.enablement.impact.panel.Overlap;
import io.enablement.impact.panel.Published;
import io.enablement.impact.panel.TimeScale;
import io.enablement.impact.registration.Definition;
import io.enablement.impact.registration.Registration;
import io.enablement.impact.roi.Return;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How what a run has found becomes the rows of its tables. */
final class ReportRows {

    private final Published published;
    private final ImpactSettings settings;
    private final long run;
    private final Map<String, List<List<Object>>> rows = new LinkedHashMap<>();

    ReportRows(Published published, ImpactSettings settings, long run) {
        this.published = published;
        this.settings = settings;
        this.run = run;
        ResultTables.ALL.forEach(table -> rows.put(table.name(), new ArrayList<>()));
    }

    List<List<Object>> of(String table) {
        return rows.get(table);
    }

    void add(ProgrammeReport report) {
        report.outcomes().forEach(each -> addImpact(report, each));
        report.overlaps().forEach((basis, overlap) -> addOverlap(report, basis, overlap));
        report.returns().forEach((basis, roi) -> addReturn(report, basis, roi));
        report.foresight().forEach(each -> addForesight(report, each));
        add(
                "programme_maturity",
                report,
                report.maturity().level(),
                report.maturity().name(),
                report.maturity().missing(),
                report.maturity().claims().stream()
                        .map(
                                claim ->
                                        List.of(
                                                claim.level(),
                                                claim.words(),
                                                flag(claim.isMet()),
                                                claim.evidence()))
                        .toList());
    }

    private void addImpact(ProgrammeReport report, OutcomeImpact impact) {
        Registration registration = report.registration();
        Definition counting = registration.counting();
        Sample sample = impact.result().sample();
        Estimate overall = impact.result().overall();
        add(
                "programme_impact",
                report,
                impact.basis().label(),
                impact.outcome().id(),
                impact.registered() ? "registered" : "exploratory",
                flag(impact.leads()),
                registration.atLaunch().map(Definition::version).orElse(null),
                counting.launchAt(),
                counting.paybackEndAt(),
                registration.edits(),
                impact.kind().label(),
                impact.reasons(),
                day(impact.panel().firstMonth()),
                day(impact.panel().lastMonth()),
                impact.result().estimation().unbalanced() ? "unbalanced" : "balanced",
                impact.clusters().label(),
                sample.treated(),
                sample.controls(),
                impact.panel().treatedTeams(),
                impact.panel().controlTeams(),
                impact.panel().leftOut() + sample.incomplete() + sample.treatedFromTheStart(),
                impact.panel().immature(),
                impact.baseline(),
                overall.value(),
                overall.error(),
                overall.low(),
                overall.high(),
                overall.p(),
                impact.pHolm(),
                impact.result().randomisationP(),
                impact.result().preTrend().p(),
                impact.facts().sampleRatioP(),
                impact.facts().overlap(),
                impact.mde(),
                settings.draws(),
                settings.seed());
        rows.get("programme_effect")
                .addAll(
                        EffectRows.of(
                                effect(report, impact.basis(), impact.outcome().id()), impact));
    }

    private void addOverlap(ProgrammeReport report, Basis basis, Overlap overlap) {
        addOverlap(report, basis, "", row(overlap.any(), null, null, null), 0, 0);
        for (Overlap.Other other : overlap.others()) {
            addOverlap(
                    report,
                    basis,
                    other.programme(),
                    row(other.both(), null, other.treated(), other.controls()),
                    other.treatedReps(),
                    other.controlReps());
        }
    }

    private void addOverlap(
            ProgrammeReport report,
            Basis basis,
            String other,
            List<Object> shares,
            int treated,
            int controls) {
        List<Object> row = effect(report, basis, "");
        row.addAll(row("overlap", other, "", null, null));
        row.addAll(shares);
        row.addAll(row(null, null, null, treated, controls, ""));
        rows.get("programme_effect").add(row);
    }

    private void addReturn(ProgrammeReport report, Basis basis, Return roi) {
        Estimate won = roi.hasWonAmount() ? roi.wonAmount() : Estimate.UNKNOWN;
        add(
                "programme_roi",
                report,
                basis.label(),
                published.currency(),
                report.registration().counting().paybackEndAt(),
                flag(report.paybackOver()),
                won.value(),
                won.low(),
                won.high(),
                roi.margin().share(),
                roi.margin().source(),
                roi.cost().isKnown() ? (long) roi.cost().minor() : null,
                roi.cost().source(),
                roi.gain(won.value()),
                roi.gain(won.low()),
                roi.gain(won.high()),
                roi.roi(won.value()),
                roi.roi(won.low()),
                roi.roi(won.high()),
                roi.breakEvenMargin(),
                roi.treatedMonths(),
                roi.nullMonths(),
                String.join("; ", roi.reasons()),
                report.levels().get(basis).levels().stream()
                        .map(
                                level ->
                                        List.of(
                                                level.number(),
                                                level.name(),
                                                flag(level.filled()),
                                                level.evidence()))
                        .toList());
    }

    private void addForesight(ProgrammeReport report, LeadingToLagging each) {
        Foresight foresight = each.foresight();
        add(
                "leading_to_lagging",
                report,
                each.leading().id(),
                each.lagging(),
                each.lagMonths(),
                foresight.pairs(),
                foresight.correlation(),
                foresight.correlationLow(),
                foresight.correlationHigh(),
                foresight.slope(),
                foresight.predicted(),
                foresight.meanError(),
                foresight.skill());
    }

    /** What every table but that of effects begins with, and the rest of its row. */
    private void add(String table, ProgrammeReport report, Object... rest) {
        List<Object> row =
                row(
                        published.generation(),
                        run,
                        published.checkpoint(),
                        published.asOf(),
                        report.programme());
        row.addAll(row(rest));
        rows.get(table).add(row);
    }

    /** What a row of effects begins with. */
    private List<Object> effect(ProgrammeReport report, Basis basis, String outcome) {
        return row(published.generation(), run, report.programme(), basis.label(), outcome);
    }

    private static int flag(boolean value) {
        return value ? 1 : 0;
    }

    static String day(int month) {
        return TimeScale.MONTH.format(month) + "-01";
    }
}
