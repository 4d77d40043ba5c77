package io.enablement.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enablement.cli.console.RunException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The jobs of a Flink cluster, as its web interface tells of them. */
final class FlinkJobs {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CAUSED_BY = "Caused by: ";
    private static final String FAILED = "FAILED";

    private final URI url;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    FlinkJobs(URI url) {
        this.url = url;
    }

    /** RUNNING, RESTARTING, FAILED … of the job of that name that started last. */
    Optional<String> state(String name) {
        return newest(name).map(job -> job.path("state").asText());
    }

    /** Fails, with the job's own reason, where the job of that name has failed. */
    void failWith(String name) {
        Optional<JsonNode> failed =
                newest(name).filter(job -> job.path("state").asText().equals(FAILED));
        if (failed.isPresent()) {
            String id = failed.get().path("jid").asText();
            throw new RunException("The job %s failed: %s".formatted(name, rootCause(id)));
        }
    }

    private Optional<JsonNode> newest(String name) {
        JsonNode jobs = get("/jobs/overview").path("jobs");
        return StreamSupport.stream(jobs.spliterator(), false)
                .filter(job -> job.path("name").asText().equals(name))
                .max(Comparator.comparingLong(job -> job.path("start-time").asLong()));
    }

    private String rootCause(String id) {
        JsonNode entries =
                get("/jobs/" + id + "/exceptions").path("exceptionHistory").path("entries");
        return rootCause(entries.path(0).path("stacktrace"));
    }

    /** The line of the last cause, without the class of the exception. */
    private static String rootCause(JsonNode stackTrace) {
        String text = stackTrace.asText("no reason is known");
        String cause = text.substring(Math.max(0, text.lastIndexOf(CAUSED_BY)));
        String line = cause.lines().findFirst().orElse(cause);
        return line.replaceFirst("^(Caused by: )?([\\w$]+\\.)+[\\w$]+: ", "");
    }

    private JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE).build();
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new RunException("Flink at " + url + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException("Interrupted while Flink answered", e);
        }
    }
}
