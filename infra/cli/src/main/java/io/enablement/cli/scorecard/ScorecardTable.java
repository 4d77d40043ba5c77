package io.enablement.cli.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.console.TextTable;
import io.enablement.cli.console.TextTable.Row;
import java.util.ArrayList;
import java.util.List;

/** The rows of a scorecard as a person reads them: each cohort a block, its controls faint. */
final class ScorecardTable {

    private static final int PAGE_WIDTH = 118;

    private final ScorecardQuestion question;
    private final List<Metric> metrics;
    private final List<JsonNode> rows;
    private final Figures figures;

    ScorecardTable(
            ScorecardQuestion question,
            List<Metric> metrics,
            List<JsonNode> rows,
            Figures figures) {
        this.question = question;
        this.metrics = metrics;
        this.rows = rows;
        this.figures = figures;
    }

    /** With picocli's markup. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(table().lines(PAGE_WIDTH));
        metrics.stream().filter(this::isEmptySomewhere).forEach(each -> lines.add(meaning(each)));
        return lines;
    }

    private TextTable table() {
        List<String> headings = new ArrayList<>();
        if (question.isOfCohorts()) {
            headings.add("Cohort");
        }
        headings.add(question.periods().heading());
        if (question.isOfCohorts()) {
            headings.add("");
        }
        int names = headings.size();
        metrics.forEach(metric -> headings.add(metric.label()));
        return new TextTable(headings, names, tableRows());
    }

    private List<Row> tableRows() {
        List<Row> tableRows = new ArrayList<>();
        JsonNode before = null;
        for (JsonNode row : rows) {
            if (before != null && !same("cohort", row, before)) {
                tableRows.add(Row.BLANK);
            }
            tableRows.add(question.isOfCohorts() ? sideRow(row, before) : periodRow(row));
            before = row;
        }
        return tableRows;
    }

    private Row periodRow(JsonNode row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.path("period").asText());
        addFigures(cells, row);
        return new Row(cells, "");
    }

    /** What the row above says already is not said again. */
    private Row sideRow(JsonNode row, JsonNode above) {
        boolean sameCohort = above != null && same("cohort", row, above);
        boolean samePeriod = sameCohort && same("period", row, above);
        String side = row.path("side").asText();
        List<String> cells = new ArrayList<>();
        cells.add(sameCohort ? "" : row.path("cohort").asText());
        cells.add(samePeriod ? "" : row.path("period").asText());
        cells.add(side);
        addFigures(cells, row);
        return new Row(cells, side.equals(ScorecardQuestion.COHORT) ? "" : "faint");
    }

    private void addFigures(List<String> cells, JsonNode row) {
        metrics.forEach(each -> cells.add(figures.text(row.path(each.id()), each.unit())));
    }

    private boolean isEmptySomewhere(Metric metric) {
        return metric.mayBeEmpty() && rows.stream().anyMatch(row -> row.path(metric.id()).isNull());
    }

    private static String meaning(Metric metric) {
        return "@|faint %s %s: %s|@".formatted(Figures.EMPTY, metric.label(), metric.nullMeans());
    }

    private static boolean same(String field, JsonNode row, JsonNode other) {
        return row.path(field).equals(other.path(field));
    }
}
