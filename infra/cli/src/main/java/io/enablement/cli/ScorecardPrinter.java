package io.enablement.cli;

import java.util.Currency;
import java.util.List;

/** Prints scorecards for people. */
final class ScorecardPrinter {

    private final ClickHouse clickHouse;
    private final Subjects subjects;
    private final Figures figures;
    private final Console console;

    ScorecardPrinter(ClickHouse clickHouse, Subjects subjects, Currency currency, Console console) {
        this.clickHouse = clickHouse;
        this.subjects = subjects;
        this.figures = new Figures(currency);
        this.console = console;
    }

    /** What there are scorecards of instead, where there are no rows. */
    void print(ScorecardQuestion question, List<Metric> metrics) {
        ScorecardTable table = ScorecardTable.ask(clickHouse, question, metrics, figures);
        if (table.isEmpty()) {
            console.plain("There is nothing to show for " + question.title(subjects));
            tellWhatThereIs(question);
            return;
        }
        console.result(
                "@|bold %s|@, money in %s"
                        .formatted(question.title(subjects), figures.currency().getCurrencyCode()));
        table.lines().forEach(console::result);
        console.plain("");
    }

    private void tellWhatThereIs(ScorecardQuestion question) {
        if (question.isOfCohorts()) {
            List<String> cohorts =
                    Subjects.cohorts(clickHouse, question.programme(), question.basis());
            console.plain(
                    cohorts.isEmpty()
                            ? "Nobody is in a cohort of it"
                            : "Its cohorts are " + String.join(", ", cohorts));
            return;
        }
        console.plain(subjects.programmeList());
        console.plain(subjects.teamList());
    }
}
