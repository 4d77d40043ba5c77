package io.enablement.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class ClickHouseSinkTest {

    @Test
    void everyOperatorHasAnIdAndNothingIsLeftToKryo() {
        JobGraph job = topology(flink());

        assertThat(
                        StreamSupport.stream(job.getVertices().spliterator(), false)
                                .map(JobVertex::getName))
                .anyMatch(name -> name.contains("Write results: Committer"));
    }

    @Test
    void alignedCheckpointsOfAStreamAreAccepted() {
        assertThatCode(() -> ClickHouseSink.check(flink())).doesNotThrowAnyException();
    }

    @Test
    void settingsThatBreakThePromisesAreRefusedAtOnce() {
        Configuration flink = new Configuration();
        flink.set(CheckpointingOptions.ENABLE_UNALIGNED, true);
        flink.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClickHouseSink.check(flink))
                .withMessage(
                        "without checkpoints nothing would be written; checkpoints must be aligned: rows that an unaligned one overtakes would belong to two; the runtime mode must be STREAMING: batch runs have no checkpoints");
    }

    @Test
    void aTopologyWithUnalignedCheckpointsIsNotBuilt() {
        Configuration flink = flink().set(CheckpointingOptions.ENABLE_UNALIGNED, true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> topology(flink))
                .withMessageContaining("aligned");
    }

    private static JobGraph topology(Configuration flink) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        ClickHouseSettings clickHouse =
                new ClickHouseSettings("http://localhost:8123", "default", "", "default");
        SinkSettings settings =
                new SinkSettings(clickHouse, "cohorts", 1, "zone UTC", "/tmp/blocks");
        Table ledger = Table.ledger("ledger", "amount");
        env.fromData(Row.added("ledger", new RowBytes().int32(1)))
                .uid("rows")
                .sinkTo(new ClickHouseSink(settings, List.of(ledger)))
                .uid("results")
                .name("Write results");
        return env.getStreamGraph().getJobGraph();
    }

    private static Configuration flink() {
        Configuration flink = new Configuration();
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(5));
        flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        return flink;
    }
}
