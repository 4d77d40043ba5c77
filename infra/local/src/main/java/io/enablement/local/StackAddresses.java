package io.enablement.local;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the parts of a running stack are, as {@code stack.json} in its directory says.
 *
 * @param flinkUrl "" where no Flink runs
 * @param processId of the process that runs the stack
 * @param started in ISO 8601
 */
public record StackAddresses(
        String kafkaServers,
        String clickHouseUrl,
        String clickHouseUser,
        String flinkUrl,
        long processId,
        String started) {

    private static final String FILE = "stack.json";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    StackAddresses withFlinkUrl(String url) {
        return new StackAddresses(
                kafkaServers, clickHouseUrl, clickHouseUser, url, processId, started);
    }

    static Optional<StackAddresses> read(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ObjectMapper().readValue(file.toFile(), StackAddresses.class));
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    void write(Path directory) {
        try {
            Path draft = directory.resolve(FILE + ".draft");
            byte[] json =
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
            Files.write(draft, json);
            Files.move(draft, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to directory " + directory, e);
        }
    }

    static void remove(Path directory) {
        try {
            Files.deleteIfExists(directory.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to directory " + directory, e);
        }
    }

    /** The process is there and its ClickHouse answers: a process id alone may be another's now. */
    boolean alive() {
        boolean processRuns = ProcessHandle.of(processId).map(ProcessHandle::isAlive).orElse(false);
        return processRuns && clickHouseAnswers();
    }

    private boolean clickHouseAnswers() {
        HttpRequest ping =
                HttpRequest.newBuilder(URI.create(clickHouseUrl).resolve("/ping"))
                        .timeout(PATIENCE)
                        .build();
        try {
            HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            return client.send(ping, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
