package io.enablement.cli;

import io.enablement.domain.event.Family;
import io.enablement.intake.Topics;
import io.enablement.local.Credentials;
import io.enablement.local.LocalStack;
import io.enablement.local.StackSettings;
import io.enablement.schemas.DealKind;
import io.enablement.schemas.DealMessage;
import io.enablement.schemas.TimeQuality;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records that no loader would send, sent to the Kafka of a directory. */
final class RawDeals {

    private static final Instant MARCH_1 = Instant.parse("2025-03-01T10:00:00Z");
    private static final Instant YEAR_2300 = Instant.parse("2300-01-01T00:00:00Z");
    private static final Instant YEAR_2090 = Instant.parse("2090-01-01T00:00:00Z");
    private static final Instant YEAR_2020 = Instant.parse("2020-01-01T00:00:00Z");
    private static final int FINGERPRINT = 2;
    private static final byte NO_SYMBOL = 0x7E;

    private RawDeals() {}

    static void sendBroken(Path directory) throws IOException {
        StackSettings kafkaAlone =
                StackSettings.DEFAULT.withClickHouseAt(
                        "http://localhost:1", new Credentials("nobody", ""));
        try (LocalStack stack = LocalStack.open(directory, kafkaAlone)) {
            Topics.create(stack.addresses().kafkaServers(), 2, 1);
            send(stack.addresses().kafkaServers(), broken());
        }
    }

    private static List<byte[]> broken() throws IOException {
        byte[] whole = bytes(created("good").build());
        return List.of(
                whole,
                Arrays.copyOf(whole, whole.length - 5),
                withUnknownFingerprint(whole),
                withUnknownSymbol(),
                bytes(created("negative").setAmountMinor(-1L).setCurrency("USD").build()),
                bytes(created("far").setOccurredAt(YEAR_2300).build()),
                bytes(created("ahead").setOccurredAt(YEAR_2090).setRecordedAt(YEAR_2090).build()),
                bytes(created("late").setOccurredAt(YEAR_2020).build()),
                bytes(created("good").setAccountId("another").build()));
    }

    private static byte[] withUnknownFingerprint(byte[] whole) {
        byte[] bytes = whole.clone();
        bytes[FINGERPRINT]++;
        return bytes;
    }

    /** The symbol of the time quality is where two messages that differ in it alone differ. */
    private static byte[] withUnknownSymbol() throws IOException {
        byte[] bytes = bytes(created("symbol").build());
        byte[] other = bytes(created("symbol").setTimeQuality(TimeQuality.DAY).build());
        bytes[Arrays.mismatch(bytes, other)] = NO_SYMBOL;
        return bytes;
    }

    /** Gives what has a default too: Avro does not trust generated classes with filling it in. */
    private static DealMessage.Builder created(String deal) {
        return DealMessage.newBuilder()
                .setId("raw-" + deal)
                .setSource("test")
                .setOccurredAt(MARCH_1)
                .setRecordedAt(MARCH_1)
                .setTimeQuality(TimeQuality.OCCURRED)
                .setKind(DealKind.CREATED)
                .setDealId(deal)
                .setSplits(List.of());
    }

    private static byte[] bytes(DealMessage message) throws IOException {
        byte[] bytes = new byte[message.toByteBuffer().remaining()];
        message.toByteBuffer().get(bytes);
        return bytes;
    }

    private static void send(String servers, List<byte[]> values) {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
                        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
            values.forEach(
                    value -> producer.send(new ProducerRecord<>(Family.DEAL.topic(), value)));
        }
    }
}
