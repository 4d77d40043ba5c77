package io.enablement.impact.run;

import static io.enablement.impact.run.ResultTable.moment;
import static io.enablement.impact.run.ResultTable.number;
import static io.enablement.impact.run.ResultTable.plain;
import static io.enablement.impact.run.ResultTable.row;

import io.enablement.domain.cohort.Basis;
import io.enablement.impact.did.Aggregate;
import io.enablement.impact.did.Cell;
import io.enablement.impact.did.Estimate;
import io.enablement.impact.did.Robustness;
import io.enablement.impact.did.Sample;
import io.enablement.impact.leading.Foresight;
import io.enablement.impact.leading.LeadingToLagging;
import io.enablement.impact.panel.Overlap;
import io.enablement.impact.panel.Published;
import io.enablement.impact.panel.TimeScale;
import io.enablement.impact.registration.Definition;
import io.enablement.impact.registration.Registration;
import io.enablement.impact.roi.Return;
import io.enablement.impact.run.ResultTable.Column;
import io.enablement.impact.run.ResultTable.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of a run, and how what it has found becomes their rows. */
final class ResultTables {

    /** In which the rows of a run are added: the one that makes it shown comes last. */
    static final List<ResultTable> ALL =
            List.of(
                    new ResultTable(
                            "programme_effect",
                            List.of(
                                    plain("generation"),
                                    plain("run"),
                                    plain("programme_id"),
                                    plain("basis"),
                                    plain("outcome"),
                                    plain("part"),
                                    plain("name"),
                                    plain("cohort"),
                                    plain("month"),
                                    plain("event_time"),
                                    number("estimate"),
                                    number("std_error"),
                                    number("low"),
                                    number("high"),
                                    number("band_low"),
                                    number("band_high"),
                                    number("p_value"),
                                    plain("treated"),
                                    plain("controls"),
                                    plain("reason"))),
                    new ResultTable(
                            "programme_impact",
                            List.of(
                                    plain("generation"),
                                    plain("run"),
                                    plain("checkpoint"),
                                    moment("as_of"),
                                    plain("programme_id"),
                                    plain("basis"),
                                    plain("outcome"),
                                    plain("registration"),
                                    plain("leads"),
                                    plain("definition"),
                                    moment("launch_at"),
                                    moment("payback_end_at"),
                                    new Column("edits", Type.TEXTS),
                                    plain("verdict"),
                                    new Column("reasons", Type.TEXTS),
                                    plain("first_month"),
                                    plain("last_month"),
                                    plain("panel"),
                                    plain("clusters"),
                                    plain("reps_treated"),
                                    plain("reps_control"),
                                    plain("teams_treated"),
                                    plain("teams_control"),
                                    plain("reps_dropped"),
                                    plain("reps_immature"),
                                    number("baseline"),
                                    number("estimate"),
                                    number("std_error"),
                                    number("low"),
                                    number("high"),
                                    number("p_value"),
                                    number("p_holm"),
                                    number("p_randomisation"),
                                    number("p_pre_trend"),
                                    number("p_sample_ratio"),
                                    number("overlap"),
                                    number("mde"),
                                    plain("draws"),
                                    plain("seed"))),
                    new ResultTable(
                            "programme_roi",
                            List.of(
                                    plain("generation"),
                                    plain("run"),
                                    plain("checkpoint"),
                                    moment("as_of"),
                                    plain("programme_id"),
                                    plain("basis"),
                                    plain("currency"),
                                    moment("payback_end_at"),
                                    plain("payback_over"),
                                    number("won_amount_minor"),
                                    number("won_amount_low"),
                                    number("won_amount_high"),
                                    number("margin"),
                                    plain("margin_source"),
                                    plain("cost_minor"),
                                    plain("cost_source"),
                                    number("gain_minor"),
                                    number("gain_low"),
                                    number("gain_high"),
                                    number("roi"),
                                    number("roi_low"),
                                    number("roi_high"),
                                    number("break_even_margin"),
                                    plain("treated_months"),
                                    plain("null_months"),
                                    plain("reason"),
                                    new Column("levels", Type.LEVELS))),
                    new ResultTable(
                            "leading_to_lagging",
                            List.of(
                                    plain("generation"),
                                    plain("run"),
                                    plain("checkpoint"),
                                    moment("as_of"),
                                    plain("programme_id"),
                                    plain("leading"),
                                    plain("lagging"),
                                    plain("lag_months"),
                                    plain("pairs"),
                                    number("correlation"),
                                    number("correlation_low"),
                                    number("correlation_high"),
                                    number("slope"),
                                    plain("predicted"),
                                    number("mean_error"),
                                    number("skill"))),
                    new ResultTable(
                            "programme_maturity",
                            List.of(
                                    plain("generation"),
                                    plain("run"),
                                    plain("checkpoint"),
                                    moment("as_of"),
                                    plain("programme_id"),
                                    plain("level"),
                                    plain("name"),
                                    new Column("missing", Type.TEXTS),
                                    new Column("evidence", Type.CLAIMS))));

    private final Published published;
    private final ImpactSettings settings;
    private final long run;
    private final Map<String, List<List<Object>>> rows = new LinkedHashMap<>();

    ResultTables(Published published, ImpactSettings settings, long run) {
        this.published = published;
        this.settings = settings;
        this.run = run;
        ALL.forEach(table -> rows.put(table.name(), new ArrayList<>()));
    }

    List<List<Object>> rows(String table) {
        return rows.get(table);
    }

    void add(ProgrammeReport report) {
        report.outcomes().forEach(each -> addImpact(report, each));
        report.overlaps().forEach((basis, overlap) -> addOverlap(report, basis, overlap));
        report.returns().forEach((basis, roi) -> addReturn(report, basis, roi));
        report.foresight().forEach(each -> addForesight(report, each));
        rows.get("programme_maturity")
                .add(
                        row(
                                published.generation(),
                                run,
                                published.checkpoint(),
                                published.asOf(),
                                report.programme(),
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
                                        .toList()));
    }

    private void addImpact(ProgrammeReport report, OutcomeImpact impact) {
        Registration registration = report.registration();
        Definition counting = registration.counting();
        Sample sample = impact.result().sample();
        Estimate overall = impact.result().overall();
        rows.get("programme_impact")
                .add(
                        row(
                                published.generation(),
                                run,
                                published.checkpoint(),
                                published.asOf(),
                                report.programme(),
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
                                impact.result().estimation().unbalanced()
                                        ? "unbalanced"
                                        : "balanced",
                                impact.clusters().label(),
                                sample.treated(),
                                sample.controls(),
                                impact.panel().treatedTeams(),
                                impact.panel().controlTeams(),
                                impact.panel().leftOut()
                                        + sample.incomplete()
                                        + sample.treatedFromTheStart(),
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
                                settings.seed()));
        new EffectRows(report.programme(), impact).all();
    }

    private void addOverlap(ProgrammeReport report, Basis basis, Overlap overlap) {
        addOverlap(report, basis, "", row(overlap.any()), 0, 0);
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
        List<Object> numbers = row(shares.toArray());
        while (numbers.size() < 7) {
            numbers.add(null);
        }
        numbers.addAll(row(treated, controls, ""));
        effect(report.programme(), basis, "", row("overlap", other, "", null, null), numbers);
    }

    private void addReturn(ProgrammeReport report, Basis basis, Return roi) {
        Estimate won = roi.hasWonAmount() ? roi.wonAmount() : Estimate.UNKNOWN;
        rows.get("programme_roi")
                .add(
                        row(
                                published.generation(),
                                run,
                                published.checkpoint(),
                                published.asOf(),
                                report.programme(),
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
                                        .toList()));
    }

    private void addForesight(ProgrammeReport report, LeadingToLagging each) {
        Foresight foresight = each.foresight();
        rows.get("leading_to_lagging")
                .add(
                        row(
                                published.generation(),
                                run,
                                published.checkpoint(),
                                published.asOf(),
                                report.programme(),
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
                                foresight.skill()));
    }

    /**
     * @param place part, name, cohort, month and event time
     * @param numbers from the estimate on
     */
    private void effect(
            String programme,
            Basis basis,
            String outcome,
            List<Object> place,
            List<Object> numbers) {
        List<Object> row = row(published.generation(), run, programme, basis.label(), outcome);
        row.addAll(place);
        row.addAll(numbers);
        rows.get("programme_effect").add(row);
    }

    private static int flag(boolean value) {
        return value ? 1 : 0;
    }

    private static String day(int month) {
        return TimeScale.MONTH.format(month) + "-01";
    }

    /** The estimates behind one verdict. */
    private final class EffectRows {

        private final String programme;
        private final OutcomeImpact impact;

        EffectRows(String programme, OutcomeImpact impact) {
            this.programme = programme;
            this.impact = impact;
        }

        void all() {
            impact.result().cells().forEach(this::cell);
            for (Aggregate aggregate : impact.result().aggregates()) {
                aggregate(aggregate);
            }
            impact.robustness().checks().forEach(this::check);
            for (RandomisedComparison.Named each : impact.comparisons()) {
                add(
                        row("experiment", each.name(), "", null, null),
                        row(
                                each.estimate(),
                                each.error(),
                                each.low(),
                                each.high(),
                                null,
                                null,
                                each.p(),
                                each.treated(),
                                each.controls(),
                                ""));
            }
        }

        private void cell(Cell cell) {
            add(
                    row(
                            "cell",
                            "",
                            TimeScale.MONTH.format(cell.group()),
                            day(cell.time()),
                            cell.eventTime()),
                    numbers(cell.estimate(), cell.treated(), cell.controls(), cell.reason()));
        }

        private void aggregate(Aggregate aggregate) {
            if (aggregate.kind() == Aggregate.Kind.SIMPLE) {
                add(row("simple", "", "", null, null), numbers(aggregate.overall(), ""));
                return;
            }
            for (Aggregate.Point point : aggregate.points()) {
                add(place(aggregate.kind(), point.at()), numbers(point));
            }
        }

        private List<Object> place(Aggregate.Kind kind, int at) {
            return switch (kind) {
                case SIMPLE -> row("simple", "", "", null, null);
                case GROUP -> row("group", "", TimeScale.MONTH.format(at), null, null);
                case DYNAMIC -> row("event", "", "", null, at);
                case CALENDAR -> row("calendar", "", "", day(at), null);
            };
        }

        private void check(Robustness.Check check) {
            String name = check.kind().name().toLowerCase(Locale.ROOT);
            add(
                    row(
                            "robustness",
                            check.periods() == 0 ? name : name + "_" + check.periods(),
                            "",
                            null,
                            null),
                    numbers(check.estimate(), ""));
        }

        private List<Object> numbers(Estimate estimate, String reason) {
            Sample sample = impact.result().sample();
            return numbers(estimate, sample.treated(), sample.controls(), reason);
        }

        private List<Object> numbers(Aggregate.Point point) {
            List<Object> numbers = numbers(point.estimate(), "");
            numbers.set(4, point.bandLow());
            numbers.set(5, point.bandHigh());
            return numbers;
        }

        private List<Object> numbers(Estimate estimate, int treated, int controls, String reason) {
            return row(
                    estimate.value(),
                    estimate.error(),
                    estimate.low(),
                    estimate.high(),
                    null,
                    null,
                    estimate.p(),
                    treated,
                    controls,
                    reason);
        }

        private void add(List<Object> place, List<Object> numbers) {
            effect(programme, impact.basis(), impact.outcome().id(), place, numbers);
        }
    }
}
