package io.enablement.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalStackIT {

    @TempDir private Path directory;

    @Test
    void keepsItsDataWhenKilled() throws Exception {
        try (StackProcess stack = StackProcess.start(directory)) {
            TestTopic topic = new TestTopic(stack.addresses().kafkaServers(), "events");
            topic.create();
            topic.send("one", "two");
            execute(stack, "CREATE TABLE kept (x Int32) ENGINE MergeTree ORDER BY x");
            execute(stack, "INSERT INTO kept SELECT number FROM numbers(100000)");
            stack.kill();
        }
        assertThat(LocalStack.running(directory)).isEmpty();

        try (StackProcess stack = StackProcess.start(directory)) {
            assertThat(new TestTopic(stack.addresses().kafkaServers(), "events").readAll())
                    .containsExactly("one", "two");
            assertThat(execute(stack, "SELECT count() FROM kept")).isEqualTo("100000\n");
            assertThat(stack.stop()).isZero();
        }
        assertThat(directory.resolve("stack.json")).doesNotExist();
    }

    @Test
    void belongsToOneProcess() throws Exception {
        try (StackProcess stack = StackProcess.start(directory)) {
            assertThat(stack.addresses().clickHouseUrl()).startsWith("http://127.0.0.1:");
            assertThatThrownBy(() -> LocalStack.open(directory, StackSettings.DEFAULT))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining(directory.toString());
            assertThatThrownBy(() -> ClickHouseEngine.open(directory.resolve("clickhouse")))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("clickhouse");
        }
    }

    @Test
    void startsNothingInPlaceOfServersElsewhere() throws IOException {
        Credentials elsewhere = new Credentials("reader", "secret");
        StackSettings settings =
                StackSettings.DEFAULT
                        .withKafkaAt("kafka.example:9092")
                        .withClickHouseAt("http://clickhouse.example:8123", elsewhere);

        try (LocalStack stack = LocalStack.open(directory, settings)) {
            assertThat(stack.addresses().kafkaServers()).isEqualTo("kafka.example:9092");
            assertThat(stack.addresses().clickHouseUrl())
                    .isEqualTo("http://clickhouse.example:8123");
            assertThat(stack.clickHouseCredentials()).isEqualTo(elsewhere);
            assertThat(directory.resolve("stack.json")).content().doesNotContain("secret");
        }
    }

    @Test
    void tellsWhereItsFlinkIs() {
        StackSettings elsewhere =
                StackSettings.DEFAULT
                        .withKafkaAt("kafka.example:9092")
                        .withClickHouseAt(
                                "http://clickhouse.example:8123", new Credentials("", ""));

        try (LocalStack stack = LocalStack.open(directory, elsewhere)) {
            LocalFlink flink = stack.startFlink(FlinkSettings.DEFAULT);

            assertThat(stack.addresses().flinkUrl()).isEqualTo(flink.url().toString());
            assertThat(directory.resolve("stack.json")).content().contains(flink.url().toString());
        }
    }

    @Test
    void keepsThePasswordToItsOwner() throws IOException {
        String password = PasswordFile.readOrCreate(directory);

        Path file = directory.resolve("clickhouse.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(LocalStack.credentials(directory).password()).isEqualTo(password).hasSize(32);
        assertThat(LocalStack.credentials(directory).toString()).doesNotContain(password);
    }

    @Test
    void namesATakenPortAndItsFlag() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            assertThatThrownBy(
                            () ->
                                    LocalStack.open(
                                            directory, StackSettings.DEFAULT.withPorts(port, 0)))
                    .hasMessageContaining("Port " + port + " for Kafka")
                    .hasMessageContaining("--kafka-port");
            assertThatThrownBy(
                            () ->
                                    LocalStack.open(
                                            directory, StackSettings.DEFAULT.withPorts(0, port)))
                    .hasMessageContaining("--clickhouse-port");
        }
    }

    @Test
    void namesADirectoryItCannotWriteTo() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> LocalStack.open(file.resolve("data"), StackSettings.DEFAULT))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("Cannot write to directory " + file.resolve("data"));
    }

    private String execute(StackProcess stack, String sql)
            throws IOException, InterruptedException {
        Credentials credentials = LocalStack.credentials(directory);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(stack.addresses().clickHouseUrl()))
                        .header("X-ClickHouse-User", credentials.user())
                        .header("X-ClickHouse-Key", credentials.password())
                        .POST(HttpRequest.BodyPublishers.ofString(sql))
                        .build();
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
