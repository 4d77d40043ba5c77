package io.enablement.cli.effect;

import io.enablement.cli.console.UsageException;
import io.enablement.impact.UnusableFileException;
import io.enablement.impact.panel.Panel;
import io.enablement.impact.panel.PanelColumns;
import io.enablement.impact.panel.PanelTable;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which file holds the panel, and which of its columns mean what. */
final class PanelOptions {

    @Option(
            names = "--panel",
            paramLabel = "FILE",
            required = true,
            description = "A CSV file with a line for each unit and period.")
    private Path file;

    @Option(
            names = "--unit",
            paramLabel = "COLUMN",
            required = true,
            description = "Names the unit: a rep.")
    private String unit;

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            required = true,
            description = "The period: whole numbers, or months like 2026-03.")
    private String time;

    @Option(
            names = "--outcome",
            paramLabel = "COLUMN",
            required = true,
            description = "What the programme may change; empty or NA where not observed.")
    private String outcome;

    @Option(
            names = "--cohort",
            paramLabel = "COLUMN",
            required = true,
            description = "The period in which the unit starts; 0 or empty where it never does.")
    private String cohort;

    @Option(
            names = "--weight",
            paramLabel = "COLUMN",
            defaultValue = "",
            description = "How much the unit counts, above 0 (default: all alike).")
    private String weight;

    @Option(
            names = "--cluster",
            paramLabel = "COLUMN",
            defaultValue = "",
            description = "Units that may move together: a team (default: each for itself).")
    private String cluster;

    @Option(
            names = "--covariates",
            paramLabel = "COLUMN",
            split = ",",
            description =
                    "Numbers that treated and controls are to be alike in; those of a unit's first period count.")
    private List<String> covariates = List.of();

    Panel read() {
        PanelColumns columns =
                new PanelColumns(unit, time, outcome, cohort, weight, cluster, covariates);
        try {
            return PanelTable.read(file, columns);
        } catch (UnusableFileException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    String outcome() {
        return outcome;
    }
}
