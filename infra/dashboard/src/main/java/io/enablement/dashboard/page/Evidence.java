package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows;
import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Column;
import io.enablement.dashboard.view.Format;
import io.enablement.dashboard.view.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The reps, facts and members behind a number. */
final class Evidence {

    /** More of them than anybody reads; the file has all. */
    static final int SHOWN = 100;

    private final Visit visit;
    private final Format format;
    private final Map<String, String> parameters;

    Evidence(Visit visit, Map<String, String> parameters) {
        this.visit = visit;
        this.format = visit.format();
        this.parameters = parameters;
    }

    Table reps(Question question) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : visit.ask(question, parameters).stream().limit(SHOWN).toList()) {
            rows.add(
                    List.of(
                            visit.rep(row.text("rep_id")),
                            Cell.text(row.text("team")),
                            Cell.number(format.share(row.get("attainment"))),
                            Cell.number(format.money(row.get("credited"))),
                            Cell.number(format.money(row.get("quota"))),
                            Cell.number(format.money(row.get("won_amount"))),
                            Cell.number(format.count(row.get("content_uses")))));
        }
        return new Table(
                "reps",
                "Reps of the group in the period",
                "Those who did nothing are among them.",
                List.of(
                        Column.text("Rep"),
                        Column.text("Team"),
                        Column.number("Attainment", ""),
                        Column.number("Credit", ""),
                        Column.number("Quota", ""),
                        Column.number("Won", ""),
                        Column.number("Content uses", "")),
                rows,
                "",
                "Nobody.");
    }

    Table programmeReps() {
        List<List<Cell>> rows = new ArrayList<>();
        Rows all = visit.ask(Question.EXPLAINED_PROGRAMME_REPS, parameters);
        if (visit.viewer().seesReps()) {
            for (Row row : all.stream().limit(SHOWN).toList()) {
                rows.add(
                        List.of(
                                visit.rep(row.text("rep_id")),
                                row.is("is_audience")
                                        ? Cell.text("in the audience")
                                        : Cell.text("outside"),
                                Cell.number(format.count(row.get("content_uses"))),
                                Cell.number(format.count(row.get("uses_on_deals"))),
                                Cell.number(format.count(row.get("stale"))),
                                Cell.number(format.count(row.get("closed_deals")))));
            }
        }
        return new Table(
                "programme-reps",
                "Uses of the programme's content, and its audience",
                format.count(all.size()) + " reps.",
                List.of(
                        Column.text("Rep"),
                        Column.text("Audience"),
                        Column.number("Uses", ""),
                        Column.number("Of them on deals", ""),
                        Column.number("Of them stale", ""),
                        Column.number("Closed deals", "")),
                rows,
                "",
                "Single reps are not shown to your role.");
    }

    Table facts() {
        List<List<Cell>> rows = new ArrayList<>();
        Rows all = visit.ask(Question.EXPLAINED_FACTS, parameters);
        for (Row row : all.stream().limit(SHOWN).toList()) {
            boolean isRep = row.text("subject").equals(row.text("rep_id"));
            rows.add(
                    List.of(
                            isRep
                                    ? visit.rep(row.text("subject"))
                                    : visit.deal(row.text("subject")).with(row.text("deal_type")),
                            visit.rep(row.text("rep_id")),
                            row.is("counted")
                                    ? Cell.badge("counts", "good")
                                    : Cell.badge("does not", "quiet"),
                            Cell.text(row.text("status")),
                            Cell.number(format.of(row.get("days"), "days")),
                            Cell.text(format.moment(row.text("at")))));
        }
        return new Table(
                "facts",
                "What was counted",
                "%s rows, %s of which count. Facts are known now alone."
                        .formatted(
                                format.count(all.size()),
                                format.count(
                                        all.stream().filter(row -> row.is("counted")).count())),
                List.of(
                        Column.text("Deal"),
                        Column.text("Rep"),
                        Column.text("For the share"),
                        Column.text("Status"),
                        Column.number("Days", ""),
                        Column.text("When")),
                rows,
                "",
                "Nothing.");
    }

    Table openDeals() {
        Rows all = visit.ask(Question.OPEN_DEALS, parameters);
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : all.stream().limit(SHOWN).toList()) {
            rows.add(
                    List.of(
                            visit.deal(row.text("subject")),
                            visit.rep(row.text("rep_id")),
                            Cell.text(row.text("stage")),
                            Cell.number(format.of(row.get("days"), "days")),
                            Cell.number(format.of(row.get("usual_days"), "days")),
                            row.is("counted")
                                    ? Cell.badge("stuck", "warn")
                                    : Cell.badge("moves", "quiet"),
                            Cell.number(format.money(row.get("amount_minor")))));
        }
        return new Table(
                "open-deals",
                "Open deals today",
                format.count(all.size())
                        + " deals. Stuck are those that have been in their stage for longer than"
                        + " nine in ten deals.",
                List.of(
                        Column.text("Deal"),
                        Column.text("Rep"),
                        Column.text("Stage"),
                        Column.number("Days in it", ""),
                        Column.number("Nine in ten leave within", ""),
                        Column.text("State"),
                        Column.number("Amount", "")),
                rows,
                "",
                "Nothing is open.");
    }

    Table members() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row :
                visit.ask(Question.EXPLAINED_MEMBERS, parameters).stream().limit(SHOWN).toList()) {
            rows.add(
                    List.of(
                            visit.rep(row.text("rep_id")),
                            event(row),
                            Cell.text(format.moment(row.text("occurred_at"))),
                            Cell.text(place(row))));
        }
        return new Table(
                "members",
                "How the members came into the cohort",
                "",
                List.of(
                        Column.text("Rep"),
                        Column.text("Event"),
                        Column.text("Happened"),
                        Column.text("In Kafka")),
                rows,
                "",
                "The cohort has no members.");
    }

    static Cell event(Row row) {
        String identity = row.text("source") + "/" + row.text("event_id");
        return row.text("kind").isEmpty()
                ? Cell.text("many uses").with(identity)
                : Cell.text(row.text("kind")).with(identity);
    }

    static String place(Row row) {
        return row.text("topic").isEmpty()
                ? ""
                : "%s %s@%s"
                        .formatted(row.text("topic"), row.text("partition"), row.text("offset"));
    }
}
