package io.enablement.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enablement.domain.event.Family;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaLoaderTest {
    private static final String HIRED =
            "{\"family\":\"rep\",\"kind\":\"HIRED\",\"id\":\"h\",\"source\":\"hr\","
                    + "\"rep_id\":\"r-1\",\"time_quality\":\"unknown\"}\n";

    @TempDir Path folder;

    @Test
    void theProducerLosesAndRepeatsNothing() {
        Map<String, Object> settings = KafkaLoader.producerSettings("broker:9092");

        assertThat(settings)
                .containsEntry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "broker:9092")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4")
                .containsEntry(ProducerConfig.BATCH_SIZE_CONFIG, 262_144)
                .containsEntry(ProducerConfig.LINGER_MS_CONFIG, 20)
                .containsEntry(ProducerConfig.BUFFER_MEMORY_CONFIG, 67_108_864L)
                .containsEntry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 120_000L)
                .containsEntry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000)
                .hasSize(11);
        assertThat(new ProducerConfig(settings)).isNotNull();
    }

    @Test
    void everyRowIsSentAsAnEventOrAsARejectedRecord() throws IOException {
        MockProducer<byte[], byte[]> producer = producer();

        IntakeSummary summary;
        try (KafkaLoader loader = new KafkaLoader(producer)) {
            summary = loader.load(events(HIRED + "nonsense\n"), Progress.NONE);
        }

        assertThat(summary.events()).containsExactly(Map.entry(Family.REP, 1L));
        assertThat(producer.history())
                .extracting(ProducerRecord::topic)
                .containsExactly("rep-events", "rejected-records");
    }

    @Test
    void aRejectedRecordCarriesItsReasonAndOriginAsHeaders() {
        RawRow row = new RawRow("deals.csv:17", new byte[] {1, 2}, 2);
        RowRejected rejection = new RowRejected(RejectionReason.BAD_QUOTE, "A quote is open.");

        ProducerRecord<byte[], byte[]> record =
                KafkaLoader.record(Message.rejected(row, rejection, Map.of()));

        assertThat(record.key()).asString(StandardCharsets.UTF_8).isEqualTo("deals.csv:17");
        assertThat(record.value()).containsExactly(1, 2);
        assertThat(header(record, "reason")).isEqualTo("BAD_QUOTE");
        assertThat(header(record, "detail")).isEqualTo("A quote is open.");
        assertThat(header(record, "origin")).isEqualTo("deals.csv:17");
    }

    @Test
    void aMessageThatKafkaRefusesEndsTheLoad() throws IOException {
        EventFile events = events(HIRED);

        try (KafkaLoader loader = new KafkaLoader(new RefusingProducer())) {
            assertThatThrownBy(() -> loader.load(events, Progress.NONE))
                    .isInstanceOf(KafkaException.class)
                    .hasRootCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    @Test
    void progressIsToldEveryTenThousandMessagesAndAtTheEnd() throws IOException {
        List<Long> told = new ArrayList<>();

        try (KafkaLoader loader = new KafkaLoader(producer())) {
            loader.load(events(HIRED.repeat(20_001)), (messages, bytes) -> told.add(messages));
        }

        assertThat(told).containsExactly(10_000L, 20_000L, 20_001L);
    }

    private EventFile events(String lines) throws IOException {
        return EventFile.jsonLines(Files.writeString(folder.resolve("events.jsonl"), lines));
    }

    private static MockProducer<byte[], byte[]> producer() {
        return new MockProducer<>(
                true,
                new RoundRobinPartitioner(),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Takes messages and refuses them later, as a broker does. */
    private static final class RefusingProducer extends MockProducer<byte[], byte[]> {
        RefusingProducer() {
            super(
                    false,
                    new RoundRobinPartitioner(),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }

        @Override
        public synchronized void flush() {
            errorNext(new RecordTooLargeException("too large"));
        }
    }
}
