package io.enablement.cli.audit;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.Failure;
import io.enablement.cli.console.FormatOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Computes every result once more from the archived events, by other formulas than the job's. */
@Command(
        name = "audit",
        description = {
            "Compute all results once more from the archived events alone and compare every number with what is stored.",
            "The formulas are written in SQL, independently of the job. Exits with 3 where a number differs, or where the archive and the results have not read the same events.",
            "As csv and json: the differing numbers alone, all of them."
        },
        footer = {"", "Example:", "  enablement audit --data data/local --format csv"})
public final class AuditCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many differing numbers the table shows (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Mixin private FormatOption format;

    private int exitCode;

    @Override
    public Integer call() {
        results.ask(this::answer);
        return exitCode;
    }

    private void answer(ClickHouse clickHouse) {
        Audit audit = Audit.of(clickHouse);
        exitCode = audit.holds() ? 0 : Failure.FAILED;
        switch (format.chosen()) {
            case CSV -> clickHouse.writeCsv(Audit.DIFFERENCES, Audit.ALL_EVENTS, System.out);
            case JSON -> clickHouse.writeJson(Audit.DIFFERENCES, Audit.ALL_EVENTS, System.out);
            case TABLE -> print(audit);
        }
        System.out.flush();
    }

    private void print(Audit audit) {
        audit.summary().forEach(console::result);
        if (!audit.unread().isEmpty()) {
            console.plain("");
            console.plain(
                    "The archive and the results have not read the same events yet, so a difference proves nothing:");
            audit.unread().forEach(console::plain);
        }
        console.plain("");
        if (audit.differing() == 0) {
            console.plain("Every stored number follows from the archived events");
            return;
        }
        audit.differences(limit).forEach(console::result);
    }
}
