package io.enablement.streaming.job;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.event.Moment;
import io.enablement.local.testing.Services;
import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.ingest.RecordedAt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/**
 * Three partitions of a real topic, one of them empty at first. Catches a watermark that follows
 * the fastest partition, or that does not wait for a partition from which nothing came yet: state
 * would be dropped that its events can still touch.
 */
final class WatermarkIT {

    private static final String TOPIC = "watermark-deals";

    @Test
    @SuppressWarnings("try") // Flink's iterator may be interrupted while it closes
    void followsTheSlowestPartitionAndWaitsForAnEmptyOne() throws Exception {
        Map<String, Object> kafka = Map.of("bootstrap.servers", Services.bootstrapServers());
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 3, (short) 1))).all().get();
        }
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(
                                kafka, new ByteArraySerializer(), new ByteArraySerializer());
                CloseableIterator<String> seen = seen()) {
            send(producer, 0, FEB_4);
            send(producer, 1, MAR_6);
            assertThat(List.of(seen.next(), seen.next()))
                    .containsExactlyInAnyOrder("read from 0", "read from 1");

            send(producer, 2, JAN_5);
            assertThat(next(seen, 2)).containsExactly("read from 2", "2026-01-04T23:59:59.999Z");

            send(producer, 2, MAR_6);
            assertThat(next(seen, 2)).containsExactly("read from 2", "2026-02-03T23:59:59.999Z");
        }
    }

    private static CloseableIterator<String> seen() throws Exception {
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(1));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(1, flink);
        return env.fromSource(
                        new KafkaMessages(Services.bootstrapServers(), "watermark").of(TOPIC),
                        RecordedAt.watermarks(),
                        "Read deal events")
                .transform("See", Types.STRING, new SeeWatermarks())
                .executeAndCollect();
    }

    private static List<String> next(CloseableIterator<String> seen, int count) {
        List<String> next = new ArrayList<>();
        while (next.size() < count) {
            next.add(seen.next());
        }
        return next;
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, int partition, Moment recorded)
            throws Exception {
        byte[] event = LoggedEvents.bytes(DealEvents.created(JAN_5).recorded(recorded).event());
        long sentMillis = MAR_6.micros() / 1_000;
        producer.send(new ProducerRecord<>(TOPIC, partition, sentMillis, new byte[0], event)).get();
    }

    /** Tells of each record its partition, and each watermark. */
    private static final class SeeWatermarks extends AbstractStreamOperator<String>
            implements OneInputStreamOperator<RawMessage, String> {

        private static final long serialVersionUID = 1;

        @Override
        public void processElement(StreamRecord<RawMessage> message) {
            output.collect(new StreamRecord<>("read from " + message.getValue().partition()));
        }

        @Override
        public void processWatermark(Watermark mark) throws Exception {
            output.collect(
                    new StreamRecord<>(Instant.ofEpochMilli(mark.getTimestamp()).toString()));
            super.processWatermark(mark);
        }
    }
}
