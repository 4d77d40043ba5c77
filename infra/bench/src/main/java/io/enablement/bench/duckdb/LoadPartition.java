package io.enablement.bench.duckdb;

import io.enablement.bench.contest.Race;
import io.enablement.bench.events.EventTopics;
import io.enablement.bench.question.AvroEvents;
import io.enablement.domain.event.Family;
import io.enablement.schemas.ContentMessage;
import io.enablement.schemas.DealMessage;
import io.enablement.schemas.TrainingKind;
import io.enablement.schemas.TrainingMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Appends one partition of each topic, from its beginning to its end. */
final class LoadPartition implements Callable<Void> {

    private static final String SCHEMA = "main";

    private final Race race;
    private final DuckDBConnection database;
    private final int partition;

    LoadPartition(Race race, DuckDBConnection database, int partition) {
        this.race = race;
        this.database = database;
        this.partition = partition;
    }

    @Override
    public Void call() throws SQLException {
        try (Connection own = database.duplicate();
                KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            DuckDBConnection connection = own.unwrap(DuckDBConnection.class);
            try (DuckDBAppender deals = connection.createAppender(SCHEMA, "deal_event");
                    DuckDBAppender enrolments = connection.createAppender(SCHEMA, "enrolment");
                    DuckDBAppender uses = connection.createAppender(SCHEMA, "content_use")) {
                readToEnd(
                        consumer,
                        Map.of(
                                topic(Family.DEAL), message -> appendDeal(deals, message),
                                topic(Family.TRAINING),
                                        message -> appendEnrolment(enrolments, message),
                                topic(Family.CONTENT), message -> appendUse(uses, message)));
            }
        }
        return null;
    }

    /** What is done with a message of a topic. */
    private interface Append {

        void message(byte[] message) throws SQLException;
    }

    private void readToEnd(KafkaConsumer<byte[], byte[]> consumer, Map<String, Append> appends)
            throws SQLException {
        List<TopicPartition> partitions =
                EventTopics.ASKED.stream()
                        .map(family -> new TopicPartition(topic(family), partition))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                appends.get(record.topic()).message(record.value());
            }
        }
    }

    private static void appendDeal(DuckDBAppender rows, byte[] message) throws SQLException {
        DealMessage deal = AvroEvents.deal(message);
        rows.beginRow();
        rows.append(deal.getDealId());
        rows.append(deal.getKind().name());
        rows.append(AvroEvents.micros(deal.getOccurredAt()));
        rows.append(deal.getOwner());
        if (deal.getAmountMinor() == null) {
            rows.appendNull();
        } else {
            rows.append(deal.getAmountMinor().longValue());
        }
        rows.append(
                deal.getDealType() == null
                        ? null
                        : deal.getDealType().name().toLowerCase(Locale.ROOT));
        rows.endRow();
    }

    private static void appendEnrolment(DuckDBAppender rows, byte[] message) throws SQLException {
        TrainingMessage training = AvroEvents.training(message);
        if (training.getKind() == TrainingKind.ENROLLED) {
            rows.beginRow();
            rows.append(training.getRepId());
            rows.append(training.getProgrammeId());
            rows.append(AvroEvents.micros(training.getOccurredAt()));
            rows.endRow();
        }
    }

    private static void appendUse(DuckDBAppender rows, byte[] message) throws SQLException {
        ContentMessage use = AvroEvents.content(message);
        rows.beginRow();
        rows.append(use.getRepId());
        rows.append(use.getSource() + "/" + use.getId());
        rows.append(AvroEvents.micros(use.getOccurredAt()));
        rows.endRow();
    }

    private String topic(Family family) {
        return race.set() + family.topic();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", race.kafka(), "max.poll.records", 5_000);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
