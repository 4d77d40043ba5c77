package io.enablement.cli.impact;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.FormatOption;
import io.enablement.cli.console.UsageException;
import io.enablement.domain.cohort.Basis;
import io.enablement.impact.manifest.Manifest;
import io.enablement.impact.manifest.SigningKey;
import io.enablement.impact.panel.Outcome;
import io.enablement.impact.run.ImpactSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what the programmes caused, or that it is not provable. */
@Command(
        name = "impact",
        description = {
            "Say what each programme caused: its effect with a 95 %% interval, a verdict with its reasons, its return and its maturity.",
            "Every programme is judged by the metric that its definition named before the launch, by intention to treat; all other outcomes are exploratory.",
            "Every run is kept, with a manifest that `verify` repeats."
        },
        footer = {
            "",
            "As csv and json: a row for each programme, basis and outcome.",
            "",
            "Examples:",
            "  enablement impact --data data/local --margin 0.35 --margin-source 'controlling, 2026'",
            "  enablement impact --programme prog-discovery --basis completed --outcome won_amount_minor",
            "  enablement impact --format csv"
        })
public final class ImpactCommand implements Callable<Integer> {

    static final String ROWS =
            """
            SELECT *
            FROM current_programme_impact
            WHERE run = {run:UInt64}
                AND basis IN splitByChar(',', {bases:String})
                AND (outcome IN splitByChar(',', {outcomes:String}) OR {outcomes:String} = 'leads' AND leads = 1
                    OR {outcomes:String} = '')
            ORDER BY programme_id, basis, leads DESC, outcome
            """;

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Mixin private ImpactOptions options;

    @Option(
            names = "--basis",
            paramLabel = "BASIS",
            description = "Show this basis alone: ${COMPLETION-CANDIDATES} (default: both).")
    private Basis basis;

    @Option(
            names = "--outcome",
            paramLabel = "ID",
            split = ",",
            description = "Show these outcomes alone; all are evaluated, whatever is shown.")
    private List<String> outcomes = List.of();

    @Option(
            names = "--svg",
            paramLabel = "DIR",
            description =
                    "Draw each programme's effects by months since the start into DIR/PROGRAMME.svg.")
    private Path svg;

    @Mixin private ManifestOptions manifests;

    @Mixin private FormatOption format;

    @Override
    public Integer call() {
        ImpactSettings settings = options.settings();
        outcomes.forEach(ImpactCommand::check);
        Optional<SigningKey> key = manifests.key();
        results.ask(clickHouse -> answer(clickHouse, settings, key));
        System.out.flush();
        return 0;
    }

    private void answer(ClickHouse clickHouse, ImpactSettings settings, Optional<SigningKey> key) {
        refuseUnknown(clickHouse, settings);
        Manifest manifest = new Estimator(clickHouse, console).run(settings, key);
        Map<String, String> rows =
                Map.of(
                        "run", String.valueOf(manifest.run()),
                        "bases", bases(),
                        "outcomes", String.join(",", outcomes));
        switch (format.chosen()) {
            case CSV -> clickHouse.writeCsv(ROWS, rows, System.out);
            case JSON -> clickHouse.writeJson(ROWS, rows, System.out);
            case TABLE -> new ImpactPrinter(clickHouse, console, rows).print();
        }
        System.out.flush();
        if (svg != null) {
            EventStudy.of(clickHouse, manifest.run())
                    .forEach(each -> console.step("Drawn into " + each.draw(svg)));
        }
        String place =
                manifests.write(manifest, results).map(Path::toString).orElse("in ClickHouse");
        console.step(
                "Run %d of checkpoint %d; its manifest is %s"
                        .formatted(manifest.run(), manifest.checkpoint(), place));
    }

    private String bases() {
        return basis == null
                ? Arrays.stream(Basis.values()).map(Basis::label).collect(Collectors.joining(","))
                : basis.label();
    }

    private static void check(String id) {
        if (Arrays.stream(Outcome.values()).noneMatch(outcome -> outcome.id().equals(id))) {
            throw new UsageException(
                    "There is no outcome '%s' (--outcome): %s"
                            .formatted(
                                    id,
                                    Arrays.stream(Outcome.values())
                                            .map(Outcome::id)
                                            .collect(Collectors.joining(", "))));
        }
    }

    private static void refuseUnknown(ClickHouse clickHouse, ImpactSettings settings) {
        List<String> known =
                clickHouse
                        .rows(
                                "SELECT DISTINCT programme_id FROM (SELECT programme_id FROM current_programme UNION ALL SELECT programme_id FROM current_exposure) ORDER BY programme_id",
                                Map.of())
                        .stream()
                        .map(row -> row.get(0))
                        .toList();
        List<String> unknown =
                settings.programmes().stream().filter(each -> !known.contains(each)).toList();
        if (!unknown.isEmpty()) {
            throw new UsageException(
                    "There is no programme %s (--programme). There are: %s"
                            .formatted(String.join(", ", unknown), String.join(", ", known)));
        }
    }
}
