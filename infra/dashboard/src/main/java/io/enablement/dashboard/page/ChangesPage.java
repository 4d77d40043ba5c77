package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Publication;
import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Column;
import io.enablement.dashboard.view.Format;
import io.enablement.dashboard.view.Page;
import io.enablement.dashboard.view.Page.Choice;
import io.enablement.dashboard.view.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What has changed since a moment, a week ago unless another one is asked for. */
public final class ChangesPage {

    private final Visit visit;
    private final Format format;
    private final String since;
    private final Instant sinceMoment;

    private ChangesPage(Visit visit, Instant now) {
        this.visit = visit;
        this.format = visit.format();
        String asked = visit.address().get("since");
        this.since =
                asked.isEmpty() ? Restatements.weekBefore(now) : Choices.moment("since", asked);
        this.sinceMoment = Publication.instant(since + ".000000").orElseThrow();
    }

    public static Page of(Visit visit, Instant now) {
        return new ChangesPage(visit, now).page();
    }

    private Page page() {
        if (showsCohorts()) {
            visit.expect(Question.RESTATEMENTS, Restatements.of(true, since, visit));
        }
        if (visit.viewer().seesReps()) {
            visit.expect(Question.RESTATEMENTS, Restatements.of(false, since, visit));
        }
        Sections sections = visit.sections();
        sections.add(this::verdicts);
        sections.add(this::evaluations);
        if (showsCohorts()) {
            sections.add(() -> restatements(true));
        }
        if (visit.viewer().seesReps()) {
            sections.add(() -> restatements(false));
        }
        sections.add(this::staleContent);
        return new Page(
                "What changed",
                "changes",
                "Since "
                        + format.moment(sinceMoment)
                        + ": numbers that were shown and are others now, new verdicts, and what is"
                        + " due.",
                List.of(
                        new Choice(
                                "since",
                                "Since",
                                visit.address().get("since").isEmpty()
                                        ? since.substring(0, 10)
                                        : visit.address().get("since"),
                                List.of()),
                        visit.choices().teams(visit.viewer())),
                List.of(),
                sections.all());
    }

    private Table verdicts() {
        List<List<Cell>> rows = new ArrayList<>();
        Map<String, Row> newer = new TreeMap<>();
        Map<String, String> said = new TreeMap<>();
        for (Row row : visit.ask(Question.VERDICTS).all()) {
            String key = row.text("programme_id") + " " + row.text("basis");
            Row after = newer.put(key, row);
            if (after != null && !after.text("verdict").equals(row.text("verdict"))) {
                said.putIfAbsent(key, row.text("verdict"));
                rows.add(verdict(after, Impact.words(row.text("verdict"), row.number("estimate"))));
            }
        }
        newer.forEach((key, first) -> rows.add(verdict(first, "not evaluated")));
        return new Table(
                "verdicts",
                "Verdicts",
                "The first of each programme, and every one that changed.",
                List.of(
                        Column.text("Programme"),
                        Column.number("Run", ""),
                        Column.text("Before"),
                        Column.text("Now"),
                        Column.text("Data until")),
                rows,
                "",
                "No programme has been evaluated yet. Run infra/enablement impact.");
    }

    private List<Cell> verdict(Row row, String before) {
        return List.of(
                programme(row)
                        .with(
                                "by "
                                        + (row.text("basis").equals(Choices.ASSIGNED)
                                                ? "enrolment"
                                                : "completion")),
                Cell.number(format.count(row.get("run"))),
                Cell.text(before),
                Cell.badge(
                                Impact.words(row.text("verdict"), row.number("estimate")),
                                Impact.tone(row.text("verdict")))
                        .with(Impact.first(row.list("reasons"))),
                Cell.text(format.day(row.text("as_of"))));
    }

    private Cell programme(Row row) {
        String id = row.text("programme_id");
        return Cell.text(name(id)).to(visit.link("/programmes/" + Address.encoded(id)));
    }

    private String name(String id) {
        return visit.ask(Question.PROGRAMMES).stream()
                .filter(row -> row.text("programme_id").equals(id))
                .map(row -> row.text("name"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(id);
    }

    private Table evaluations() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : visit.ask(Question.EVALUATIONS).all()) {
            rows.add(
                    List.of(
                            programme(row),
                            Cell.text(format.day(row.text("payback_end_at"))),
                            row.is("due")
                                    ? Cell.badge("due", "warn").with("run infra/enablement impact")
                                    : row.is("payback_over")
                                            ? Cell.badge("evaluated", "good")
                                                    .with("run " + row.text("evaluated_run"))
                                            : Cell.badge("not over yet", "quiet")));
        }
        return new Table(
                "evaluations",
                "Evaluations",
                "A programme is to be evaluated when its payback window is over.",
                List.of(Column.text("Programme"), Column.text("Payback ends"), Column.text("")),
                rows,
                "",
                "No programme is defined yet.");
    }

    private boolean showsCohorts() {
        return !visit.viewer().isOfOneTeam();
    }

    private Table restatements(boolean cohorts) {
        Map<String, String> parameters = Restatements.of(cohorts, since, visit);
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : visit.ask(Question.RESTATEMENTS, parameters).all()) {
            rows.add(
                    List.of(
                            cohorts
                                    ? Cell.text(name(row.text("programme_id")))
                                            .with(
                                                    "cohort "
                                                            + row.text("cohort")
                                                            + ", by "
                                                            + row.text("basis"))
                                    : visit.rep(row.text("rep_id")).with(row.text("team")),
                            Cell.text(format.month(row.text("month"))),
                            Cell.text(row.text("meaning")),
                            Cell.number(format.of(row.get("then_shown"), row.text("unit"))),
                            Cell.number(format.of(row.get("now_shown"), row.text("unit"))),
                            row.text("standing").equals("restated")
                                    ? Cell.badge("restated", "warn")
                                    : Cell.badge("maturing", "quiet"),
                            Cell.number(format.count(row.get("causes"))),
                            Cell.text(format.moment(row.text("last_recorded_at")))));
        }
        return new Table(
                cohorts ? "restated-cohorts" : "restated-reps",
                cohorts ? "Restated numbers of cohorts" : "Restated numbers of reps",
                "Restated: the month was over. Maturing: the number looks forward by definition."
                        + " The largest 200.",
                List.of(
                        Column.text(cohorts ? "Cohort" : "Rep"),
                        Column.text("Month"),
                        Column.text("Number"),
                        Column.number("Shown then", ""),
                        Column.number("Shown now", ""),
                        Column.text("Why"),
                        Column.number("Causes", "events that changed it"),
                        Column.text("Last one recorded")),
                rows,
                visit.address()
                        .at(cohorts ? "/changes/cohorts.csv" : "/changes/reps.csv")
                        .with("since", sinceMoment.toString())
                        .toString(),
                "Nothing that was shown then has changed. Choose an earlier day above.");
    }

    private Table staleContent() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : visit.ask(Question.STALE_CONTENT).all()) {
            rows.add(
                    List.of(
                            Cell.text(row.text("content_id")),
                            Cell.text(row.text("content_version"))
                                    .with("newest is " + row.text("newest_version")),
                            Cell.number(format.count(row.get("stale_touches"))),
                            Cell.number(format.count(row.get("deals_touched"))),
                            Cell.number(format.count(row.get("won_deals_touched"))),
                            Cell.text(format.day(row.text("last_touched_at")))));
        }
        return new Table(
                "stale",
                "Stale content still in use",
                "Versions that touched deals from the day after a newer one was published.",
                List.of(
                        Column.text("Content"),
                        Column.text("Version"),
                        Column.number("Touches", ""),
                        Column.number("Deals", ""),
                        Column.number("Won", ""),
                        Column.text("Last")),
                rows,
                "",
                "No old version is in use.");
    }
}
