package io.enablement.bench.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enablement.bench.Scene;
import io.enablement.bench.contest.Race;
import io.enablement.bench.process.ClassPath;
import io.enablement.bench.process.JavaProcess;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.execution.JobClient;

/**
 * A process in which the product's job reads topics that do not end. It stays warm from one run to
 * the next.
 */
public final class LivePipeline implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DONE = "done";

    private final Scene scene;
    private final JavaProcess process;

    private LivePipeline(Scene scene, JavaProcess process) {
        this.scene = scene;
        this.process = process;
    }

    public static LivePipeline start(Scene scene) {
        List<String> options = new ArrayList<>(ClassPath.FLINK.options());
        options.add("-Xmx3g");
        options.addAll(scene.options("live-pipeline"));
        return new LivePipeline(
                scene,
                JavaProcess.start("live-pipeline", scene.directory(), options, LivePipeline.class));
    }

    /** Starts the job, and does not wait until its tasks run. */
    public void run(String set, String variant, int generation) {
        try {
            process.ask(JSON.writeValueAsString(scene.race(set, variant, generation)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written", e);
        }
    }

    /** Ends the job. */
    public void stop() {
        process.ask("");
    }

    @Override
    public void close() {
        process.close();
    }

    public static void main(String[] arguments) {
        PrintStream answers = System.out;
        System.setOut(System.err); // what libraries print is no answer
        JavaProcess.endWithParent();
        try (BufferedReader questions =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            JobClient job = null;
            for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                if (line.isEmpty()) {
                    job.cancel().get();
                } else {
                    System.gc(); // no run pays for the garbage of the one before
                    Race race = JSON.readValue(line, Race.class);
                    job =
                            Pipeline.environment(race, new LiveTopics(race.kafka(), race.set()))
                                    .executeAsync(race.variant());
                }
                answers.println(JavaProcess.ANSWER + DONE);
            }
        } catch (Throwable e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }
}
