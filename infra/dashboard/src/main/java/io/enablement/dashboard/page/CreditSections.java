package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Chart;
import io.enablement.dashboard.view.Chart.Series;
import io.enablement.dashboard.view.Column;
import io.enablement.dashboard.view.Format;
import io.enablement.dashboard.view.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** With how much won money a programme travelled. */
record CreditSections(Visit visit, String programme) {

    /** Stands at every number of credit. */
    static final String CAUTION = "Decomposition of what happened together, not proof of cause.";

    Chart byModel() {
        Format format = visit.format();
        List<Row> rows =
                visit.ask(Question.PROGRAMME_CREDIT)
                        .where(
                                row ->
                                        row.text("programme_id").equals(programme)
                                                && row.text("period")
                                                        .equals(visit.choices().period()));
        List<Double> values = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Row row : rows) {
            Object amount = row.get("attributed_amount_minor");
            labels.add(visit.glossary().of(row.text("model")).label());
            values.add(format.plotted(amount, "money"));
            texts.add(format.money(amount));
        }
        String influenced =
                rows.isEmpty()
                        ? ""
                        : " Influenced: %s, the same under every model and never added to it."
                                .formatted(
                                        format.money(rows.get(0).get("influenced_amount_minor")));
        return new Chart(
                "credit",
                "Attributed amount by model",
                CAUTION + influenced,
                visit.glossary().of("attributed_amount_minor").hint(),
                format.axis("money"),
                labels,
                List.of(Series.of("Attributed", "bar", "cohort", values, texts)),
                Map.of(),
                false);
    }

    Table content() {
        Format format = visit.format();
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row :
                visit.ask(Question.CONTENT)
                        .where(each -> each.text("programme_id").equals(programme))) {
            boolean few = !visit.viewer().maySeeGroupOf(row.count("reps_using"));
            rows.add(
                    List.of(
                            Cell.text(row.text("content_id")),
                            Cell.number(format.count(row.get("content_uses"))),
                            Cell.number(few ? "under 5" : format.count(row.get("reps_using"))),
                            Cell.number(format.shortMoney(row.get("attributed_amount_minor"))),
                            Cell.number(format.shortMoney(row.get("influenced_amount_minor"))),
                            Cell.number(format.count(row.get("stale_touches")))));
        }
        return new Table(
                "content",
                "Content used",
                CAUTION,
                List.of(
                        Column.text("Content"),
                        Column.number("Uses", visit.glossary().of("content_uses").hint()),
                        Column.number("Reps", ""),
                        Column.number(
                                "Attributed",
                                "under the linear model; "
                                        + visit.glossary().of("attributed_amount_minor").hint()),
                        Column.number(
                                "Influenced",
                                visit.glossary().of("influenced_amount_minor").hint()),
                        Column.number(
                                "Stale touches",
                                "touches of deals by a version that was not the newest")),
                rows,
                "",
                "None of the programme's content has been used. Name its content in the"
                    + " definition.");
    }
}
