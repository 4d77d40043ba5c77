package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.streaming.ingest.RawMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A pipeline of processes to which anything happens in any order. After each step readers must see
 * what a count without any folding says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomFaultsIT {

    private static final long SEED = 41;
    private static final List<Fault> KILLS =
            List.of(
                    Fault.TASK_MANAGER_KILLED,
                    Fault.JOB_MANAGER_KILLED,
                    Fault.BROKER_KILLED,
                    Fault.CLICKHOUSE_KILLED);
    private static final int SEQUENCES = Boolean.getBoolean("test.long") ? 10 : 1;

    @TempDir private static Path directory;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final SimpleHistory history = new SimpleHistory(SEED);
    private ProcessPipeline pipeline;
    private TestTopics topics;
    private PollingReader reader;
    private boolean survived = true;

    /** What can come next. */
    enum Step {
        PRODUCE,
        LATE,
        CORRUPT,
        VOID,
        KILL,
        RESCALE,
        REBUILD
    }

    @BeforeAll
    void start() throws Exception {
        pipeline = ProcessPipeline.start(directory, 3);
        topics = TestTopics.create(pipeline.bootstrapServers(), "");
        pipeline.deploy();
        reader = PollingReader.start(pipeline.database());
        send(history.recent());
    }

    @AfterAll
    void stop() {
        reader.close();
        topics.close();
        pipeline.close();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void showsWhatWasSaid(Step step) throws Exception {
        assertThat(survived).as("the pipeline has survived what happened before").isTrue();
        survived = false;

        take(step);

        pipeline.awaitRecords((int) history.counts().records());
        assertThat(shown()).isEqualTo(history.counts());
        assertThat(pipeline.database().number("count() FROM ledger_difference")).isZero();
        assertThat(reader.contradictions()).isEmpty();
        survived = true;
    }

    private void take(Step step) throws Exception {
        switch (step) {
            case PRODUCE -> send(history.recent());
            case LATE -> send(history.late());
            case CORRUPT -> send(history.corrupt());
            case VOID -> send(history.voids());
            case KILL -> kill();
            case RESCALE -> pipeline.rescale();
            case REBUILD -> pipeline.rebuild((int) history.counts().records());
        }
    }

    /** In the middle of something. */
    private void kill() throws Exception {
        send(history.recent());
        KILLS.get(random.nextInt(KILLS.size())).strike(pipeline, random);
        send(history.late());
    }

    private void send(List<RawMessage> messages) {
        messages.forEach(message -> topics.sendNow(message, stored -> {}));
    }

    private SimpleHistory.Counts shown() {
        return SimpleHistory.Counts.of(pipeline.database().execute(SimpleHistory.Counts.SHOWN));
    }

    /** Each step at least once in any order. */
    private static List<Step> steps() {
        Random order = new Random(SEED);
        List<Step> all = new ArrayList<>();
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            List<Step> steps = new ArrayList<>(List.of(Step.values()));
            steps.addAll(List.of(Step.KILL, Step.PRODUCE));
            Collections.shuffle(steps, order);
            all.addAll(steps);
        }
        return all;
    }
}
