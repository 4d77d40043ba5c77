package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows;
import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Facts;
import io.enablement.dashboard.view.Facts.Fact;
import io.enablement.dashboard.view.Format;
import io.enablement.dashboard.view.Note;
import io.enablement.dashboard.view.Section;
import java.util.List;

/** By what anybody can repeat the newest run of the estimator. */
public final class ManifestSection {

    private static final String TITLE = "Last manifest";

    private ManifestSection() {}

    /** The manifest to the byte as it was signed. */
    public static String json(Visit visit) {
        Rows newest = visit.ask(Question.MANIFEST);
        if (newest.isEmpty()) {
            throw BadChoice.unknown("No programme has been evaluated yet: there is no manifest.");
        }
        return newest.all().get(0).text("manifest");
    }

    static Section of(Visit visit) {
        Rows newest = visit.ask(Question.MANIFEST);
        if (newest.isEmpty()) {
            return new Note(
                    TITLE,
                    List.of("No run has left a manifest here yet. Run infra/enablement impact."),
                    "quiet");
        }
        Row row = newest.all().get(0);
        Format format = visit.format();
        return new Facts(
                TITLE,
                List.of(
                        new Fact(
                                "Run",
                                Cell.text(format.count(row.get("run")))
                                        .with(
                                                "at checkpoint "
                                                        + format.count(row.get("checkpoint")))),
                        new Fact("Written", Cell.text(format.moment(row.text("written_at")))),
                        new Fact("Data until", Cell.text(format.moment(row.text("as_of")))),
                        new Fact(
                                "Events read",
                                Cell.text(format.count(row.get("records")))
                                        .with("each range of Kafka with its checksum")),
                        new Fact(
                                "Rows found",
                                Cell.text(format.count(row.get("found")))
                                        .with("each table with its checksum")),
                        new Fact("Code", Cell.text(shortened(row.text("code")))),
                        new Fact("Settings", Cell.text(shortened(row.text("settings_hash")))),
                        new Fact(
                                "Signature",
                                row.is("signed")
                                        ? Cell.badge("signed", "good")
                                        : Cell.badge("not signed", "quiet")),
                        new Fact(
                                "The whole",
                                Cell.text("manifest.json").to(visit.link("/data/manifest.json"))),
                        new Fact("Repeat it", Cell.text("infra/enablement verify"))),
                false);
    }

    private static String shortened(String checksum) {
        return checksum.substring(0, Math.min(16, checksum.length()));
    }
}
