package io.enablement.impact.run;

import static io.enablement.impact.run.ResultTable.moment;
import static io.enablement.impact.run.ResultTable.number;
import static io.enablement.impact.run.ResultTable.plain;

import io.enablement.impact.run.ResultTable.Column;
import io.enablement.impact.run.ResultTable.Type;
import java.util.List;

/** The tables of a run, with their columns. */
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

    private ResultTables() {}
}
