package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.cli.console.Failure;
import io.enablement.local.LocalStack;
import io.enablement.local.StackSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FailuresIT {

    @TempDir private Path folder;
    private Path events;

    @BeforeEach
    void writeEvents() throws IOException {
        events = Files.createFile(folder.resolve("events.jsonl"));
    }

    @Test
    void namesADirectoryThatCannotBeWritten() throws Exception {
        Path directory = events.resolve("data");

        claimFailure(
                CommandLineProcess.run("process", events, "--data", directory),
                "Cannot write to directory " + directory);
    }

    @Test
    void namesATakenPort() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            claimFailure(
                    CommandLineProcess.run(
                            "up", "--data", folder.resolve("data"), "--clickhouse-port", port),
                    "Port " + port + " for ClickHouse is taken");
        }
    }

    @Test
    void namesAUserThatClickHouseRefuses() throws Exception {
        StackSettings clickHouseAlone = StackSettings.DEFAULT.withKafkaAt("localhost:1");
        try (LocalStack server = LocalStack.open(folder.resolve("server"), clickHouseAlone)) {
            String url = server.addresses().clickHouseUrl();

            claimFailure(
                    CommandLineProcess.run(
                            "process",
                            events,
                            "--data",
                            folder.resolve("data"),
                            "--clickhouse",
                            url,
                            "--clickhouse-password",
                            "not the password"),
                    "ClickHouse at " + url + " refuses the user default");
        }
    }

    private static void claimFailure(CommandLineProcess.Ended ended, String sentence) {
        assertThat(ended.exitCode()).isEqualTo(Failure.FAILED);
        assertThat(ended.errors())
                .contains(sentence)
                .doesNotContain("\tat ", "Exception", "not the password");
    }
}
