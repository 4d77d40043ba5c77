package io.enablement.bench.pipeline;

import io.enablement.bench.contest.Contestant;
import io.enablement.bench.contest.Race;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Family;
import io.enablement.streaming.ingest.ContentFormat;
import io.enablement.streaming.ingest.DealFormat;
import io.enablement.streaming.ingest.EventFormat;
import io.enablement.streaming.ingest.ProgrammeFormat;
import io.enablement.streaming.ingest.QuotaFormat;
import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.ingest.RepFormat;
import io.enablement.streaming.ingest.TrainingFormat;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** A Flink job that reads the same topics, decodes the same fields, and does nothing with them. */
public final class Ceiling implements Contestant {

    static final int PARALLELISM = 2;

    private static final LongAdder DECODED = new LongAdder();

    @Override
    public void run(Race race) throws Exception {
        DECODED.reset();
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        flink.set(CoreOptions.DEFAULT_PARALLELISM, PARALLELISM);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        BoundedTopics topics = new BoundedTopics(race.kafka(), race.set());
        for (Family family : Family.values()) {
            env.fromSource(
                            topics.of(family.topic()),
                            WatermarkStrategy.noWatermarks(),
                            family.topic())
                    .flatMap(new Decode(format(family)))
                    .sinkTo(new DiscardingSink<>());
        }
        env.execute("ceiling");
        if (DECODED.sum() != race.events()) {
            throw new IllegalStateException(
                    "Decoded %d of %d events".formatted(DECODED.sum(), race.events()));
        }
    }

    @Override
    public List<String> numbers() {
        return List.of();
    }

    private static EventFormat<? extends Event> format(Family family) {
        return switch (family) {
            case DEAL -> new DealFormat();
            case TRAINING -> new TrainingFormat();
            case CONTENT -> new ContentFormat();
            case PROGRAMME -> new ProgrammeFormat();
            case REP -> new RepFormat();
            case QUOTA -> new QuotaFormat();
        };
    }

    /** Decodes, counts and emits nothing. */
    private record Decode(EventFormat<? extends Event> format)
            implements FlatMapFunction<RawMessage, String> {

        @Override
        public void flatMap(RawMessage message, Collector<String> out) throws IOException {
            if (format.read(message) != null) {
                DECODED.increment();
            }
        }
    }
}
