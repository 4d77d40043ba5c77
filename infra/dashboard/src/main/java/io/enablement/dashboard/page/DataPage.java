package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.DatabaseException;
import io.enablement.dashboard.answer.Publication;
import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows;
import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.answer.TopicEnds;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Column;
import io.enablement.dashboard.view.Format;
import io.enablement.dashboard.view.Note;
import io.enablement.dashboard.view.Page;
import io.enablement.dashboard.view.Section;
import io.enablement.dashboard.view.Table;
import io.enablement.dashboard.view.Tiles;
import io.enablement.dashboard.view.Tiles.Tile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How fresh, complete and sound the data is. */
public final class DataPage {

    private static final Map<String, String> JOBS =
            Map.of(
                    "cohort-metrics", "Numbers",
                    "attribution", "Attribution",
                    "event-archive", "Archive");

    private final Visit visit;
    private final Format format;
    private final Instant now;
    private final TopicEnds kafka;

    private DataPage(Visit visit, Instant now, TopicEnds kafka) {
        this.visit = visit;
        this.format = visit.format();
        this.now = now;
        this.kafka = kafka;
    }

    public static Page of(Visit visit, Instant now, TopicEnds kafka) {
        return new DataPage(visit, now, kafka).page();
    }

    private Page page() {
        Sections sections = visit.sections();
        sections.add(() -> tiles(visit.ask(Question.PUBLISHED)));
        sections.add(() -> jobs(visit.ask(Question.PUBLISHED)));
        sections.add(this::sources);
        sections.add(this::deadLetters);
        if (visit.viewer().seesRecords()) {
            sections.add(this::samples);
        }
        sections.add(this::completeness);
        sections.add(this::generations);
        sections.add(() -> ManifestSection.of(visit));
        sections.add(this::lastRun);
        return new Page(
                "Data",
                "data",
                "How fresh, complete and sound the data is behind every number.",
                List.of(),
                List.of(),
                sections.all());
    }

    private Tiles tiles(Rows jobs) {
        Publication shown = visit.shown();
        long letters = jobs.stream().mapToLong(row -> row.count("dead_letters")).sum();
        long records = job(jobs, "event-archive").map(row -> row.count("records")).orElse(0L);
        return new Tiles(
                List.of(
                        new Tile(
                                "Published",
                                "how long ago the newest checkpoint of the numbers became visible",
                                shown.isThere()
                                        ? Cell.number(format.age(shown.age(now)) + " ago")
                                                .with(
                                                        "checkpoint "
                                                                + format.count(shown.checkpoint()))
                                                .in(shown.isStale(now) ? "warn" : "good")
                                        : Cell.number(Format.NOTHING)
                                                .with("start infra/enablement up")),
                        new Tile(
                                "Data until",
                                "the greatest time at which anything has happened: today, as the"
                                        + " formulas see it",
                                shown.occurredUntil() == null
                                        ? Cell.number(Format.NOTHING)
                                        : Cell.number(
                                                        format.day(
                                                                shown.occurredUntil()
                                                                        .toString()
                                                                        .substring(0, 10)))
                                                .with(format.moment(shown.occurredUntil()))),
                        new Tile(
                                "Records",
                                "every record of every topic, as the archive has it",
                                Cell.number(format.count(records)).with("all topics")),
                        new Tile(
                                "Dead letters",
                                "records that could not be counted; none is lost",
                                Cell.number(format.count(letters))
                                        .with(
                                                records == 0
                                                        ? ""
                                                        : format.share((double) letters / records)
                                                                + " of all records")
                                        .in(letters == 0 ? "good" : "warn")
                                        .to("#dead-letters"))));
    }

    private static Optional<Row> job(Rows jobs, String name) {
        return jobs.stream().filter(row -> row.text("job").equals(name)).findFirst();
    }

    private Table jobs(Rows jobs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : jobs.all()) {
            Instant at = Publication.instant(row.text("published_at")).orElse(now);
            rows.add(
                    List.of(
                            Cell.text(JOBS.getOrDefault(row.text("job"), row.text("job")))
                                    .with(row.text("job")),
                            Cell.number(format.count(row.get("checkpoint"))),
                            Cell.number(format.moment(at)),
                            Cell.number(format.count(row.get("records"))),
                            Cell.number(format.count(row.get("duplicates"))),
                            Cell.number(format.count(row.get("dead_letters"))),
                            Cell.text(format.day(row.text("occurred_until")))));
        }
        return new Table(
                "jobs",
                "Jobs",
                "Results become visible with the checkpoint that contains their inputs, all at"
                        + " once.",
                List.of(
                        Column.text("Job"),
                        Column.number("Checkpoint", ""),
                        Column.number("Published", "when this was read for the page"),
                        Column.number("Records", "read by the job"),
                        Column.number("Duplicates", "events that came again and changed nothing"),
                        Column.number("Dead letters", "records that the job refused"),
                        Column.text("Data until")),
                rows,
                csv("published"),
                "Nothing is published yet. Start the jobs with infra/enablement up.");
    }

    private Table sources() {
        Rows sources = visit.ask(Question.SOURCES);
        TopicEnds.Ends ends = kafka.of(sources.stream().map(row -> row.text("source")).toList());
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : sources.all()) {
            rows.add(
                    List.of(
                            Cell.text(row.text("source")),
                            Cell.number(format.count(row.get("records"))),
                            lag(row, ends),
                            Cell.text(format.moment(row.text("read_until"))),
                            Cell.text(format.moment(row.text("last_read_at")))));
        }
        return new Table(
                "sources",
                "Sources",
                ends.problem().isEmpty() ? "" : "The lag is not known: " + ends.problem() + ".",
                List.of(
                        Column.text("Topic"),
                        Column.number("Records", "read by the job of the numbers"),
                        Column.number(
                                "Lag",
                                "records that Kafka has and no published checkpoint contains yet"),
                        Column.text("Read until")
                                .explained(
                                        "every partition has been read up to here, by the time at"
                                                + " which the source recorded it"),
                        Column.text("Last record")
                                .explained(
                                        "when a checkpoint with a record of this topic was"
                                                + " published")),
                rows,
                csv("sources"),
                "No topic has been read yet. Load events with infra/enablement load.");
    }

    private Cell lag(Row source, TopicEnds.Ends ends) {
        Long end = ends.records().get(source.text("source"));
        if (end == null) {
            return Cell.number(Format.NOTHING);
        }
        // An answer that is kept may be older than what Kafka says; never the other way round.
        long behind = Math.max(0, end - source.count("records"));
        return Cell.number(format.count(behind)).in(behind == 0 ? "good" : "warn");
    }

    private Table deadLetters() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : visit.ask(Question.DEAD_LETTERS).all()) {
            rows.add(
                    List.of(
                            Cell.text(row.text("reason")),
                            Cell.text(row.text("topic")),
                            Cell.number(format.count(row.get("dead_letters"))),
                            Cell.number(format.count(row.get("replayed"))),
                            Cell.text(format.moment(row.text("last_record_at"))),
                            Cell.text(row.text("last_detail"))));
        }
        return new Table(
                "dead-letters",
                "Dead letters",
                "Fix the source and send them again: infra/enablement dead-letters replay --reason"
                        + " REASON.",
                List.of(
                        Column.text("Reason"),
                        Column.text("Topic"),
                        Column.number("Letters", ""),
                        Column.number("Sent again", ""),
                        Column.text("Last"),
                        Column.text("What was wrong")),
                rows,
                csv("dead-letters"),
                "Every record could be counted: nothing to do.");
    }

    private Section samples() {
        List<List<Cell>> rows = new ArrayList<>();
        try {
            for (Row row : visit.ask(Question.DEAD_LETTER_SAMPLES).all()) {
                rows.add(
                        List.of(
                                Cell.text(row.text("reason")),
                                Cell.text(
                                        row.text("origin").isEmpty()
                                                ? "%s %s@%s"
                                                        .formatted(
                                                                row.text("topic"),
                                                                row.text("partition"),
                                                                row.text("offset"))
                                                : row.text("origin")),
                                Cell.text(row.text("detail")),
                                Cell.text(row.text("beginning"))));
            }
        } catch (DatabaseException e) {
            if (!e.isForbidden()) {
                throw e;
            }
            return new Note(
                    "Samples of dead letters",
                    List.of(
                            "The dashboard's user may not read raw records. Ask infra/enablement"
                                    + " dead-letters list."),
                    "quiet");
        }
        return new Table(
                "samples",
                "Samples of dead letters",
                "The newest three of each reason.",
                List.of(
                        Column.text("Reason"),
                        Column.text("Where"),
                        Column.text("What was wrong"),
                        Column.text("How it begins")),
                rows,
                "",
                "There is none.");
    }

    private Table completeness() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : visit.ask(Question.COMPLETENESS).all()) {
            rows.add(
                    List.of(
                            Cell.text(row.text("flag").replace('_', ' ')),
                            Cell.number(format.count(row.get("deals"))),
                            Cell.number(format.share(row.number("deals") / row.number("of")))));
        }
        return new Table(
                "completeness",
                "Completeness",
                "What deals lack. They are counted all the same, where they can be.",
                List.of(
                        Column.text("Flag"),
                        Column.number("Deals", ""),
                        Column.number("Of all deals", "")),
                rows,
                csv("completeness"),
                "No deal lacks anything.");
    }

    private Table generations() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row row : visit.ask(Question.GENERATIONS).all()) {
            boolean active = row.count("generation") == visit.shown().generation();
            rows.add(
                    List.of(
                            Cell.number(format.count(row.get("generation"))),
                            active
                                    ? Cell.badge("shown", "good")
                                    : Cell.badge(row.text("state"), "quiet"),
                            Cell.number(format.count(row.get("records"))),
                            Cell.number(format.count(row.get("results"))),
                            Cell.number(format.count(row.get("ledger_entries"))),
                            Cell.text(format.moment(row.text("published_at"))),
                            Cell.text(row.text("note"))));
        }
        return new Table(
                "generations",
                "Generations",
                "A rebuild stands beside what is shown; one inserted row swaps them.",
                List.of(
                        Column.number("Generation", ""),
                        Column.text("State"),
                        Column.number("Records", ""),
                        Column.number("Results", ""),
                        Column.number("Ledger entries", ""),
                        Column.text("Published"),
                        Column.text("Note")),
                rows,
                csv("generations"),
                "There is no generation yet.");
    }

    private Section lastRun() {
        List<List<Cell>> rows = new ArrayList<>();
        visit.ask(Question.VERDICTS).stream()
                .collect(
                        Collectors.toMap(
                                row -> row.count("run"),
                                row -> row,
                                (one, other) -> one,
                                LinkedHashMap::new))
                .values()
                .forEach(
                        row ->
                                rows.add(
                                        List.of(
                                                Cell.number(format.count(row.get("run"))),
                                                Cell.number(format.count(row.get("checkpoint"))),
                                                Cell.text(format.moment(row.text("as_of"))),
                                                Cell.number(format.count(row.get("draws"))),
                                                Cell.number(row.text("seed")))));
        return new Table(
                "runs",
                "Runs of the estimator",
                "Who repeats one at the same checkpoint with the same seed gets the same numbers.",
                List.of(
                        Column.number("Run", ""),
                        Column.number("Checkpoint", "published checkpoint that was read"),
                        Column.text("Data until"),
                        Column.number("Draws", "of the bootstrap"),
                        Column.number("Seed", "")),
                rows,
                "",
                "No programme has been evaluated yet. Run infra/enablement impact.");
    }

    private String csv(String name) {
        return visit.link("/data/" + name + ".csv");
    }
}
