package io.enablement.cli.generations;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.FormatOption;
import io.enablement.cli.console.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the generations of results. */
@Command(
        name = "generations",
        description = {
            "List the generations of results: which is shown, how far each has come, which was dropped.",
            "Rebuild, compare, activate, roll back and drop them with the commands of these names."
        })
public final class GenerationsCommand implements Callable<Integer> {

    private static final List<String> HEADINGS =
            List.of(
                    "Generation",
                    "State",
                    "Active since",
                    "Checkpoint",
                    "Data until",
                    "Records",
                    "Results",
                    "Ledger entries");
    private static final int NAMES = 3;
    private static final int WIDTH = 120;
    private static final int TO_THE_SECOND = "2026-03-01 10:00:00".length();

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Mixin private FormatOption format;

    @Override
    public Integer call() {
        results.ask(this::answer);
        return 0;
    }

    private void answer(ClickHouse clickHouse) {
        switch (format.chosen()) {
            case CSV -> clickHouse.writeCsv(Generations.LIST, Map.of(), System.out);
            case JSON -> clickHouse.writeJson(Generations.LIST, Map.of(), System.out);
            case TABLE -> print(new Generations(clickHouse).all());
        }
        System.out.flush();
    }

    private void print(List<Generation> generations) {
        List<TextTable.Row> rows = new ArrayList<>();
        for (Generation each : generations) {
            rows.add(new TextTable.Row(cells(each), each.isActive() ? "bold" : ""));
        }
        new TextTable(HEADINGS, NAMES, rows).lines(WIDTH).forEach(console::result);
        generations.stream()
                .filter(each -> !each.note().isEmpty())
                .forEach(each -> console.plain(each.number() + ": " + each.note()));
    }

    private static List<String> cells(Generation generation) {
        return List.of(
                Long.toString(generation.number()),
                generation.state(),
                second(generation.activated()),
                Long.toString(generation.checkpoint()),
                second(generation.occurredUntil()),
                Console.count(generation.records()),
                Console.count(generation.results()),
                Console.count(generation.ledgerEntries()));
    }

    private static String second(String time) {
        return time.substring(0, Math.min(time.length(), TO_THE_SECOND));
    }
}
