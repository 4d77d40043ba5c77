package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Column;
import io.enablement.dashboard.view.Format;
import io.enablement.dashboard.view.Page;
import io.enablement.dashboard.view.Page.Link;
import io.enablement.dashboard.view.Table;
import io.enablement.dashboard.view.Tiles;
import io.enablement.dashboard.view.Tiles.Tile;
import io.enablement.dashboard.view.Timeline;
import io.enablement.dashboard.view.Timeline.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A deal: its journey with stages, touches and credits, and what it added to which number. */
public final class DealPage {

    private static final List<String> MODELS =
            List.of("first", "last", "linear", "position", "time_decay", "w_shaped");

    private final Visit visit;
    private final Format format;
    private final Map<String, String> parameters;
    private final Row deal;

    private DealPage(Visit visit, String id) {
        this.visit = visit;
        this.format = visit.format();
        this.parameters = Map.of("deal", id, "team", visit.viewer().team());
        this.deal =
                visit.ask(Question.DEAL, parameters).stream()
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        BadChoice.unknown(
                                                visit.viewer().isOfOneTeam()
                                                        ? "Team %s has no deal '%s'."
                                                                .formatted(
                                                                        visit.viewer().team(), id)
                                                        : "There is no deal '%s'.".formatted(id)));
    }

    public static Page of(Visit visit) {
        return new DealPage(visit, visit.address().get("id")).page();
    }

    private Page page() {
        expect();
        Sections sections = visit.sections();
        sections.add(this::tiles);
        sections.add(this::journey);
        sections.add(this::stages);
        sections.add(this::touches);
        sections.add(this::ledger);
        return new Page(
                "Deal " + deal.text("deal_id"),
                "",
                "%s%s · %s"
                        .formatted(
                                deal.text("account_id").isEmpty()
                                        ? ""
                                        : "Account " + deal.text("account_id") + " · ",
                                deal.text("deal_type").isEmpty()
                                        ? "no type"
                                        : deal.text("deal_type"),
                                deal.text("pipeline").isEmpty()
                                        ? "no pipeline"
                                        : deal.text("pipeline")),
                List.of(),
                List.of(new Link("Teams", visit.link("/teams"))),
                sections.all());
    }

    private Tiles tiles() {
        String status = deal.text("status");
        String tone = status.equals("won") ? "good" : status.equals("lost") ? "bad" : "quiet";
        String whose =
                deal.text("closed_owner").isEmpty()
                        ? deal.text("owner")
                        : deal.text("closed_owner");
        List<Tile> tiles = new ArrayList<>();
        tiles.add(
                new Tile(
                        "Status",
                        "as its events leave it",
                        Cell.badge(status, tone)
                                .with(
                                        deal.get("closed_at") == null
                                                ? "stage " + deal.text("stage")
                                                : format.day(deal.text("closed_at")))));
        tiles.add(
                new Tile(
                        "Amount",
                        "at the close, in the reporting currency",
                        Cell.number(format.exactMoney(deal.get("reporting_minor")))
                                .with(original())));
        tiles.add(
                new Tile(
                        "Owner",
                        "at the close, else today",
                        whose.isEmpty() ? Cell.text("unassigned") : visit.rep(whose)));
        tiles.add(
                new Tile(
                        "Elapsed",
                        "days from creation to the final close",
                        Cell.number(
                                        deal.get("elapsed_days") == null
                                                ? Format.NOTHING
                                                : format.count(deal.get("elapsed_days")) + " days")
                                .with(
                                        deal.count("reopen_count") == 0
                                                ? "never re-opened"
                                                : "re-opened "
                                                        + format.count(deal.get("reopen_count"))
                                                        + " times")));
        tiles.add(
                new Tile(
                        "Events",
                        "that it was folded from",
                        Cell.number(format.count(deal.get("events")))
                                .with(
                                        deal.list("flags").isEmpty()
                                                ? "nothing is missing"
                                                : flags())));
        return new Tiles(tiles);
    }

    private String original() {
        if (deal.get("amount_minor") == null) {
            return "no amount";
        }
        return deal.text("currency")
                + (deal.get("fx_rate") == null
                        ? ""
                        : " at " + format.decimal(deal.get("fx_rate"), 4));
    }

    private String flags() {
        return deal.list("flags").stream()
                .map(each -> each.toString().replace('_', ' '))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private void expect() {
        for (Question question :
                List.of(
                        Question.DEAL_EVENTS,
                        Question.DEAL_TOUCHES,
                        Question.DEAL_STAGES,
                        Question.DEAL_LEDGER)) {
            visit.expect(question, ofDeal());
        }
    }

    private Map<String, String> ofDeal() {
        return Map.of("deal", deal.text("deal_id"));
    }

    private Timeline journey() {
        List<Moment> moments = new ArrayList<>();
        for (Row row : visit.ask(Question.DEAL_EVENTS, ofDeal()).all()) {
            moments.add(new Moment(row.text("occurred_at"), event(row)));
        }
        for (Row row : visit.ask(Question.DEAL_TOUCHES, ofDeal()).all()) {
            moments.add(new Moment(row.text("occurred_at"), touch(row)));
        }
        moments.sort(Comparator.comparing(Moment::time));
        return new Timeline(
                "Journey",
                moments.stream().map(Moment::entry).toList(),
                "No event of the deal is in the archive that the dashboard may read.");
    }

    private record Moment(String time, Entry entry) {}

    private Entry event(Row row) {
        String kind = row.text("kind");
        List<String> details = new ArrayList<>();
        if (!row.text("stage").isEmpty()) {
            details.add("stage " + row.text("stage"));
        }
        if (row.get("amount_minor") != null) {
            details.add(
                    format.decimal(row.count("amount_minor") / 100.0, 2)
                            + " "
                            + row.text("currency"));
        }
        if (!row.text("owner").isEmpty()) {
            details.add("owner " + visit.rep(row.text("owner")).text());
        }
        if (!row.text("loss_reason").isEmpty()) {
            details.add("because of " + row.text("loss_reason"));
        }
        details.add(row.text("source") + "/" + row.text("event_id"));
        details.add(Evidence.place(row));
        String tone = kind.equals("WON") ? "good" : kind.equals("LOST") ? "bad" : "stage";
        return new Entry(
                format.moment(row.text("occurred_at")), words(kind), details, tone, List.of());
    }

    private static String words(String kind) {
        String words = kind.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Entry touch(Row row) {
        String what =
                row.text("content_id").isEmpty() ? row.text("course_id") : row.text("content_id");
        List<String> details = new ArrayList<>();
        details.add("touch " + row.text("position"));
        if (!row.text("programme_id").isEmpty()) {
            details.add("programme " + row.text("programme_id"));
        }
        if (!row.text("rep_id").isEmpty()) {
            details.add(visit.rep(row.text("rep_id")).text());
        }
        details.add("linked by " + row.text("linked_by"));
        List<Cell> credits = new ArrayList<>();
        Object linear = row.map("models").get("linear");
        if (linear != null) {
            credits.add(Cell.number(format.money(linear)).with("linear credit"));
        }
        return new Entry(
                format.moment(row.text("occurred_at")),
                "%s: %s"
                        .formatted(
                                words(
                                        row.text("kind").isEmpty()
                                                ? row.text("touch_type")
                                                : row.text("kind")),
                                what),
                details,
                "touch",
                credits);
    }

    private Table stages() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : visit.ask(Question.DEAL_STAGES, ofDeal()).all()) {
            rows.add(
                    List.of(
                            Cell.text(row.text("stage")),
                            Cell.text(format.moment(row.text("entered_at"))),
                            Cell.text(
                                    row.get("left_at") == null
                                            ? "still there"
                                            : format.moment(row.text("left_at"))),
                            Cell.number(format.of(row.get("latest_micros"), "micros")),
                            Cell.number(format.of(row.get("cumulative_micros"), "micros")),
                            Cell.number(format.count(row.get("entries")))));
        }
        return new Table(
                "stages",
                "Stages",
                "",
                List.of(
                        Column.text("Stage"),
                        Column.text("First entered"),
                        Column.text("Left"),
                        Column.number("Days, last stay", "since the last entry"),
                        Column.number("Days, all stays", "over all entries"),
                        Column.number("Entries", "")),
                rows,
                "",
                "The deal has entered no stage.");
    }

    private Table touches() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : visit.ask(Question.DEAL_TOUCHES, ofDeal()).all()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.number(row.text("position")));
            cells.add(Cell.text(row.text("touch_type")).with(row.text("programme_id")));
            for (String model : MODELS) {
                cells.add(Cell.number(format.exactMoney(row.map("models").get(model))));
            }
            rows.add(cells);
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.number("Touch", ""));
        columns.add(Column.text("What"));
        MODELS.forEach(model -> columns.add(visit.glossary().column(model)));
        return new Table(
                "credits",
                "Credit of each touch, by model",
                CreditSections.CAUTION,
                columns,
                rows,
                "",
                "No touch belongs to the deal: a journey is known when the deal is over.");
    }

    private Table ledger() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : visit.ask(Question.DEAL_LEDGER, ofDeal()).all()) {
            String unit = row.text("unit");
            rows.add(
                    List.of(
                            Cell.text(format.month(row.text("month"))),
                            visit.rep(row.text("rep_id")),
                            Cell.text(row.text("team")),
                            Cell.text(row.text("meaning")).with(row.text("part")),
                            Cell.number(
                                            unit.equals("money")
                                                    ? format.exactMoney(row.get("amount"))
                                                    : format.of(
                                                            row.get("amount"),
                                                            unit.equals("days") ? "count" : unit))
                                    .with(
                                            unit.equals("days")
                                                    ? "at " + row.text("bucket") + " days"
                                                    : ""),
                            Cell.text(row.text("cause_source") + "/" + row.text("cause_id")),
                            Cell.number(format.count(row.get("checkpoint")))));
        }
        return new Table(
                "ledger",
                "What it added to which number",
                "Entries are only ever added; a correction is an entry of its own.",
                List.of(
                        Column.text("Month"),
                        Column.text("Rep"),
                        Column.text("Team"),
                        Column.text("Part"),
                        Column.number("Amount", ""),
                        Column.text("Caused by"),
                        Column.number("Checkpoint", "")),
                rows,
                "",
                "It adds to no number.");
    }
}
