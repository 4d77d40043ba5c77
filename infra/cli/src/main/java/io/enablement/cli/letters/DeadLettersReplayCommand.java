package io.enablement.cli.letters;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.UsageException;
import io.enablement.cli.stack.Servers;
import io.enablement.cli.stack.StackOptions;
import io.enablement.intake.Mapping;
import io.enablement.intake.RecordSender;
import io.enablement.intake.RejectedRows;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends dead letters again. */
@Command(
        name = "replay",
        description = {
            "Send dead letters again, after a fix: to their topics with the same bytes, key and headers.",
            "Rows of files are converted again, those of CSV files with --mapping. Each letter is marked with its new place; what still cannot count becomes a new one.",
            "Conflicts are decided and stay."
        })
final class DeadLettersReplayCommand implements Callable<Integer> {

    private static final String CHOSEN =
            """
            SELECT letter_id
            FROM current_dead_letter
            WHERE %s
                AND reason != 'conflict'
                AND ({letters:String} = '' OR has(splitByChar(',', {letters:String}), letter_id))
                AND ({again:String} != '' OR replayed_at IS NULL)
            ORDER BY topic, partition, offset, origin
            """
                    .formatted(LetterFilter.CONDITION);

    private final Console console = Console.standard();

    @Mixin private StackOptions stack;
    @Mixin private LetterFilter filter;

    @Parameters(
            arity = "0..*",
            paramLabel = "LETTER",
            description = "These letters, by their ids; all where none is named.")
    private List<String> letters = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "How rows of CSV files become events: the mapping, mended.")
    private String mapping;

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description = "Where the tables lie that the mapping looks up (default: beside it).")
    private Path tables;

    @Option(names = "--again", description = "Also those that were replayed before.")
    private boolean again;

    @Override
    public Integer call() {
        Map<String, String> parameters = filter.parameters();
        parameters.put("letters", String.join(",", letters));
        parameters.put("again", again ? "yes" : "");
        RejectedRows rows = rows();
        stack.use(console, servers -> replay(servers, parameters, rows));
        return 0;
    }

    private void replay(Servers servers, Map<String, String> parameters, RejectedRows rows) {
        List<String> chosen =
                servers.clickHouse().rows(CHOSEN, parameters).stream()
                        .map(row -> row.get(0))
                        .toList();
        if (chosen.isEmpty()) {
            console.plain("There is no such dead letter to replay");
            return;
        }
        try (RecordSender sender = RecordSender.connect(servers.kafka())) {
            Replay replay = new Replay(servers.clickHouse(), sender, rows, console);
            replay.send(chosen);
            replay.tell();
        }
    }

    private RejectedRows rows() {
        if (mapping == null) {
            return RejectedRows.jsonLines();
        }
        try {
            return RejectedRows.csv(Mapping.find(mapping), tables);
        } catch (UncheckedIOException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
