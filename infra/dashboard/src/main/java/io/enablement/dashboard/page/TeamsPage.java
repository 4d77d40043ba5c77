package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows;
import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Column;
import io.enablement.dashboard.view.Format;
import io.enablement.dashboard.view.Page;
import io.enablement.dashboard.view.Page.Link;
import io.enablement.dashboard.view.Table;
import io.enablement.dashboard.view.Tiles;
import io.enablement.dashboard.view.Tiles.Tile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Teams for who leads them, and the reps of one. */
public final class TeamsPage {

    private static final List<String> OF_TEAMS =
            List.of(
                    "quota_attainment",
                    "pace",
                    "share_of_reps_at_quota",
                    "coverage",
                    "pipeline_due_minor",
                    "close_rate_count",
                    "won_amount_minor",
                    "cycle_days_won_median");

    private static final List<String> OF_REPS =
            List.of(
                    "quota_attainment",
                    "pace",
                    "pipeline_due_minor",
                    "close_rate_count",
                    "won_amount_minor",
                    "cycle_days_won_median");

    private static final List<String> OF_LOAD =
            List.of("open_deals", "open_amount_minor", "stuck_deals");

    private final Visit visit;
    private final Choices choices;
    private final Format format;
    private final String period;

    /** A row, and what it is sorted by. */
    private record Line(List<Cell> cells, double size) {}

    private TeamsPage(Visit visit) {
        this.visit = visit;
        this.choices = visit.choices();
        this.format = visit.format();
        this.period = visit.address().get("period").isEmpty() ? newestQuarter() : choices.period();
    }

    public static Page all(Visit visit) {
        return new TeamsPage(visit).all();
    }

    public static Page one(Visit visit, String team) {
        return new TeamsPage(visit).one(team);
    }

    /** Its load and pace are those of now: the newest quarter says most about it. */
    private String newestQuarter() {
        return choices.available().periods().stream()
                .filter(each -> each.contains("Q"))
                .findFirst()
                .orElse(Choices.ALL);
    }

    private Page all() {
        expect(choices.team());
        Sections sections = visit.sections();
        sections.add(this::teams);
        return new Page(
                "Teams",
                "teams",
                "Attainment, pipeline, pace and load, for " + format.period(period) + ".",
                List.of(
                        choices.teams(visit.viewer()),
                        choices.dealTypes(),
                        periods(),
                        choices.asOf(visit.address())),
                List.of(),
                sections.all());
    }

    private Table teams() {
        Rows teams = visit.ask(Question.TEAMS, choices.ofTeam(choices.team()));
        Map<String, Row> load = load(choices.team());
        List<Line> lines = new ArrayList<>();
        for (Row row : teams.where(each -> each.text("period").equals(period))) {
            lines.add(team(row, Optional.ofNullable(load.get(row.text("team")))));
        }
        List<Column> columns = new ArrayList<>();
        columns.add(sorted("team", Column.text("Team")));
        columns.add(sorted("reps", visit.glossary().column("reps")));
        OF_TEAMS.forEach(id -> columns.add(sorted(id, visit.glossary().column(id))));
        OF_LOAD.forEach(id -> columns.add(visit.glossary().column(id)));
        return new Table(
                "teams",
                "",
                "What is open is that of today.",
                columns,
                sorted(lines),
                visit.address().at("/teams.csv").with("period", period).toString(),
                "No rep is known to belong to a team yet. Load rep events (HIRED with a team).");
    }

    private Page.Choice periods() {
        Page.Choice choice = choices.periods(format);
        List<Page.Option> options = new ArrayList<>(choice.options());
        options.set(0, new Page.Option("all", "All time"));
        return new Page.Choice(choice.name(), choice.label(), period, options);
    }

    private Line team(Row row, Optional<Row> load) {
        String team = row.text("team");
        Group group = Group.team(team);
        List<Cell> cells = new ArrayList<>();
        cells.add(
                Cell.text(team)
                        .to(
                                visit.address()
                                        .at("/teams/" + Address.encoded(team))
                                        .with("team", "")
                                        .with("sort", "")
                                        .toString()));
        long people = load.map(each -> each.count("employed")).orElse(0L);
        boolean shown = visit.viewer().maySeeGroupOf(Math.max(people, row.count("reps")));
        cells.add(
                shown
                        ? visit.explained(row, "reps", group, period)
                        : Cell.number("under 5").in("quiet"));
        for (String metric : OF_TEAMS) {
            cells.add(shown ? visit.explained(row, metric, group, period) : hidden());
        }
        for (String metric : OF_LOAD) {
            cells.add(shown && load.isPresent() ? load(load.get(), metric, group) : hidden());
        }
        return new Line(cells, size(row, "team"));
    }

    private static Cell hidden() {
        return Cell.number(Format.NOTHING).in("quiet");
    }

    private Page one(String team) {
        if (!visit.viewer().maySee(team)) {
            throw BadChoice.forbidden(
                    "You lead team %s: the numbers of other teams are not shown to you."
                            .formatted(visit.viewer().team()));
        }
        if (!choices.available().teams().contains(team)) {
            throw BadChoice.unknown("There is no team '%s'.".formatted(team));
        }
        expect(teamOrAll(team));
        Sections sections = visit.sections();
        if (visit.viewer().seesReps()) {
            visit.expect(Question.REPS, choices.ofTeam(teamOrAll(team)));
        }
        sections.add(() -> tiles(team));
        if (visit.viewer().seesReps()) {
            sections.add(() -> reps(team));
        }
        return new Page(
                "Team " + team,
                "teams",
                "Attainment, pipeline, pace and load, for " + format.period(period) + ".",
                List.of(choices.dealTypes(), periods(), choices.asOf(visit.address())),
                List.of(new Link("Teams", visit.link("/teams"))),
                sections.all());
    }

    /**
     * Who leads one team asks for no other; everybody else for all, which are kept for everybody.
     */
    private String teamOrAll(String team) {
        return visit.viewer().isOfOneTeam() ? team : "";
    }

    private void expect(String team) {
        visit.expect(Question.TEAMS, choices.ofTeam(team));
        visit.expect(Question.TEAM_LOAD, Map.of("team", team));
    }

    /** Refused where the team is so small that its numbers are those of single people. */
    private Tiles tiles(String team) {
        Row row =
                visit.ask(Question.TEAMS, choices.ofTeam(teamOrAll(team))).stream()
                        .filter(each -> each.text("team").equals(team))
                        .filter(each -> each.text("period").equals(period))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        BadChoice.unknown(
                                                "Team %s has no numbers in %s."
                                                        .formatted(team, format.period(period))));
        Optional<Row> load = Optional.ofNullable(load(teamOrAll(team)).get(team));
        long people =
                Math.max(row.count("reps"), load.map(each -> each.count("employed")).orElse(0L));
        if (!visit.viewer().maySeeGroupOf(people)) {
            throw BadChoice.forbidden(
                    "Team %s has fewer than 5 reps: its numbers would be those of single people."
                            .formatted(team));
        }
        List<Tile> tiles = new ArrayList<>();
        for (String metric :
                List.of(
                        "quota_attainment",
                        "pace",
                        "coverage",
                        "close_rate_count",
                        "won_amount_minor")) {
            tiles.add(tile(metric, visit.explained(row, metric, Group.team(team), period)));
        }
        load.ifPresent(
                each ->
                        tiles.add(
                                tile(
                                        "open_deals",
                                        load(each, "open_deals", Group.team(team))
                                                .with(
                                                        format.count(each.get("stuck_deals"))
                                                                + " stuck"))));
        return new Tiles(tiles);
    }

    private Tile tile(String metric, Cell value) {
        Glossary.Metric meaning = visit.glossary().of(metric);
        return new Tile(meaning.label(), meaning.hint(), value);
    }

    private Table reps(String team) {
        Map<String, String> parameters = choices.ofTeam(teamOrAll(team));
        List<Line> lines = new ArrayList<>();
        for (Row row :
                visit.ask(Question.REPS, parameters)
                        .where(
                                each ->
                                        each.text("team").equals(team)
                                                && each.text("period").equals(period))) {
            List<Cell> cells = new ArrayList<>();
            String rep = row.text("rep_id");
            cells.add(visit.rep(rep));
            cells.add(Cell.text(row.text("role")));
            OF_REPS.forEach(
                    metric -> cells.add(visit.explained(row, metric, Group.rep(rep), period)));
            OF_LOAD.forEach(metric -> cells.add(load(row, metric, Group.rep(rep))));
            lines.add(new Line(cells, size(row, "rep_id")));
        }
        List<Column> columns = new ArrayList<>();
        columns.add(sorted("rep", Column.text("Rep")));
        columns.add(Column.text("Role"));
        OF_REPS.forEach(id -> columns.add(sorted(id, visit.glossary().column(id))));
        OF_LOAD.forEach(id -> columns.add(sorted(id, visit.glossary().column(id))));
        return new Table(
                "reps",
                "Reps",
                "Labels are the latest of the period; what is open is that of today.",
                columns,
                sorted(lines),
                visit.address()
                        .at("/teams/" + Address.encoded(team) + ".csv")
                        .with("period", period)
                        .toString(),
                "Nobody of this team has numbers in the period. Choose another one above.");
    }

    /** What is open is that of today, of whatever period and deals the rest is. */
    private Cell load(Row row, String metric, Group group) {
        return row.get(metric) == null
                ? visit.number(row, metric)
                : visit.number(row, metric).to(visit.explainToday(metric, group));
    }

    private Map<String, Row> load(String team) {
        Map<String, Row> load = new TreeMap<>();
        visit.ask(Question.TEAM_LOAD, Map.of("team", team)).stream()
                .forEach(row -> load.put(row.text("team"), row));
        return load;
    }

    private Column sorted(String name, Column column) {
        String sort = visit.address().get("sort");
        boolean descends = sort.equals("-" + name);
        String order = descends ? "descending" : sort.equals(name) ? "ascending" : "none";
        String next = descends ? name : "-" + name;
        return column.sortedBy(name, visit.address().with("sort", next).toString(), order);
    }

    private double size(Row row, String name) {
        String sort = visit.address().get("sort").replaceFirst("^-", "");
        boolean isNamed = sort.isEmpty() || sort.equals(name) || !row.places().containsKey(sort);
        return isNamed ? 0 : row.number(sort);
    }

    private List<List<Cell>> sorted(List<Line> lines) {
        boolean descends = visit.address().get("sort").startsWith("-");
        Comparator<Line> order = Comparator.comparingDouble(Line::size);
        List<Line> inOrder = new ArrayList<>(lines);
        inOrder.sort(descends ? order.reversed() : order);
        inOrder.sort(Comparator.comparing(line -> Double.isNaN(line.size())));
        return inOrder.stream().map(Line::cells).toList();
    }
}
