package io.enablement.cli.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import java.util.List;

/** Prints scorecards for people, one table for each programme. */
public final class ScorecardPrinter {

    private final ClickHouse clickHouse;
    private final Subjects subjects;
    private final Figures figures;
    private final Console console;

    public ScorecardPrinter(ClickHouse clickHouse, Subjects subjects, Console console) {
        this.clickHouse = clickHouse;
        this.subjects = subjects;
        this.figures = Figures.of(clickHouse);
        this.console = console;
    }

    public void print(ScorecardQuestion question, List<Metric> metrics) {
        List<String> ids = metrics.stream().map(Metric::id).toList();
        List<JsonNode> rows = clickHouse.objects(question.sql(ids), question.parameters());
        if (!question.isOfCohorts()) {
            print(question, metrics, rows);
            return;
        }
        for (String programme : question.programmes()) {
            List<JsonNode> rowsOfProgramme =
                    rows.stream()
                            .filter(row -> row.path("programme_id").asText().equals(programme))
                            .toList();
            print(question.of(programme), metrics, rowsOfProgramme);
        }
    }

    private void print(ScorecardQuestion question, List<Metric> metrics, List<JsonNode> rows) {
        if (rows.isEmpty()) {
            console.plain("There is nothing to show for " + question.title(subjects));
            tellWhatThereIs(question);
            return;
        }
        console.result(
                "@|bold %s|@, money in %s"
                        .formatted(question.title(subjects), figures.currency().getCurrencyCode()));
        new ScorecardTable(question, metrics, rows, figures).lines().forEach(console::result);
        console.plain("");
    }

    private void tellWhatThereIs(ScorecardQuestion question) {
        for (String programme : question.programmes()) {
            List<String> cohorts = Subjects.cohorts(clickHouse, programme, question.basis());
            console.plain(
                    cohorts.isEmpty()
                            ? "Nobody is in a cohort of it"
                            : "Its cohorts are " + String.join(", ", cohorts));
        }
        if (!question.isOfCohorts()) {
            console.plain(subjects.programmeList());
            console.plain(subjects.teamList());
        }
    }
}
