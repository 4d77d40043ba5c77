package io.enablement.cli.stack;

import io.enablement.cli.console.RunException;
import io.enablement.cli.console.UsageException;
import io.enablement.intake.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Where the topics of the event log end and how far a job has read them. */
public final class EventLog implements AutoCloseable {

    private static final String PATIENCE_MILLIS = "15000";

    private final String servers;
    private final Admin admin;

    private EventLog(String servers, Admin admin) {
        this.servers = servers;
        this.admin = admin;
    }

    public static EventLog of(String servers) {
        Properties settings = new Properties();
        settings.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        try {
            return new EventLog(servers, Admin.create(settings));
        } catch (org.apache.kafka.common.KafkaException e) {
            throw new UsageException(
                    "'" + servers + "' is not an address of Kafka like host:9092", e);
        }
    }

    /** Fails where Kafka does not answer. */
    void check() {
        get(admin.describeCluster().nodes());
    }

    /**
     * Fails where a topic holds a record, has held one, or has too few partitions.
     *
     * @param needed how many each has to have
     */
    public void requireEmpty(Map<String, Integer> needed) {
        Map<TopicPartition, Long> ends = offsets(partitions());
        ends.forEach(
                (partition, end) -> {
                    if (end > 0) {
                        throw new UsageException(
                                "%s %d reaches to offset %d; only topics into which nothing was ever written can be filled again: delete them, or use another Kafka"
                                        .formatted(partition.topic(), partition.partition(), end));
                    }
                });
        needed.forEach(
                (topic, least) -> {
                    if (!ends.containsKey(new TopicPartition(topic, least - 1))) {
                        throw new UsageException(
                                "%s has fewer than %d partitions: delete it, or use another Kafka"
                                        .formatted(topic, least));
                    }
                });
    }

    /** The end of every partition that holds records. */
    public Map<TopicPartition, Long> ends() {
        Map<TopicPartition, OffsetSpec> partitions = partitions();
        Map<TopicPartition, Long> ends = offsets(partitions);
        partitions.replaceAll((partition, latest) -> OffsetSpec.earliest());
        Map<TopicPartition, Long> beginnings = offsets(partitions);
        ends.keySet().removeIf(partition -> ends.get(partition) <= beginnings.get(partition));
        return ends;
    }

    /**
     * The records before the ends that the job reads and no completed checkpoint of it contains.
     */
    long unread(Map<TopicPartition, Long> ends, StackJob job) {
        Map<TopicPartition, OffsetAndMetadata> committed = committed(job.consumerGroup());
        return ends.entrySet().stream()
                .filter(end -> job.topics().contains(end.getKey().topic()))
                .mapToLong(end -> end.getValue() - offset(committed.get(end.getKey())))
                .map(missing -> Math.max(0, missing))
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }

    /** All of them, each with the question for its end. */
    private Map<TopicPartition, OffsetSpec> partitions() {
        Map<String, TopicDescription> topics =
                get(admin.describeTopics(Topics.names()).allTopicNames());
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        topics.forEach(
                (topic, description) ->
                        description
                                .partitions()
                                .forEach(
                                        each ->
                                                partitions.put(
                                                        new TopicPartition(topic, each.partition()),
                                                        OffsetSpec.latest())));
        return partitions;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw noAnswer(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noAnswer(e);
        }
    }

    private static long offset(OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetSpec> partitions) {
        Map<TopicPartition, ListOffsetsResultInfo> offsets =
                get(admin.listOffsets(partitions).all());
        return offsets.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw noAnswer(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noAnswer(e);
        }
    }

    private RunException noAnswer(Throwable cause) {
        return new RunException(
                "Kafka at " + servers + " does not answer: " + cause.getMessage(), cause);
    }
}
