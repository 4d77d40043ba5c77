package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One command runs the stack, others use it; it goes on where it was stopped or killed. */
final class RunningStackIT {

    private static final String COUNT = "SELECT countIf(status = 'won'), count() FROM current_deal";

    private static final String ARCHIVED =
            "SELECT count(), uniqExact(topic, partition, offset) FROM current_event_log";

    @TempDir private Path folder;

    @Test
    void goesOnWhereItWasKilledAndWhereItWasStopped() throws Exception {
        try (CommandLineProcess stack = up()) {
            CommandLineProcess.Ended status = run("status");
            assertThat(status.output())
                    .contains(
                            "Kafka",
                            "ClickHouse",
                            "Flink",
                            "cohort-metrics, ",
                            "attribution, ",
                            "event-archive, ");
            assertThat(process("CREATED").output()).containsPattern("Events +1\\b");
            assertThat(count()).isEqualTo("0\t1\n");
            stack.kill();
        }

        try (CommandLineProcess stack = up()) {
            assertThat(process("WON").output()).containsPattern("Events +1\\b");
            assertThat(count()).isEqualTo("1\t1\n");
            assertThat(run("down").exitCode()).isZero();
            assertThat(stack.awaitEnd().exitCode()).isZero();
        }

        assertThat(run("status").output()).startsWith("No stack runs on");
        assertThat(process("WON").output()).containsPattern("duplicates +1\\b");
        assertThat(count()).isEqualTo("1\t1\n");
        assertThat(run("query", ARCHIVED, "--format", "TSV").output()).isEqualTo("3\t3\n");
    }

    private CommandLineProcess up() throws IOException, InterruptedException {
        CommandLineProcess stack =
                CommandLineProcess.start(
                        "up", "--data", folder.resolve("data"), "--checkpoint-interval", "1s");
        stack.awaitLine(line -> line.startsWith("Ready"));
        return stack;
    }

    private CommandLineProcess.Ended process(String kind) throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve(kind + ".jsonl"),
                        "{\"family\":\"deal\",\"source\":\"test\",\"id\":\"%1$s\",\"kind\":\"%1$s\",\"deal_id\":\"d-1\",\"occurred_at\":\"2025-03-01T10:00:00Z\"}\n"
                                .formatted(kind));
        CommandLineProcess.Ended ended = run("process", file);
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        return ended;
    }

    private String count() throws Exception {
        return run("query", COUNT, "--format", "TSV").output();
    }

    private CommandLineProcess.Ended run(Object... arguments) throws Exception {
        Object[] all = new Object[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.resolve("data");
        return CommandLineCall.run(all);
    }
}
