package io.enablement.intake;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.enablement.domain.event.Family;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The Kafka topics of the event log; events stay in them for ever. */
public final class Topics {

    /** Rows of files that could not become an event. */
    public static final String REJECTED = "rejected-records";

    /** What makes a topic keep every record: no limit by age or size, no compaction. */
    static final Map<String, String> KEEP_EVERYTHING =
            Map.of(
                    TopicConfig.RETENTION_MS_CONFIG, "-1",
                    TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                    TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);

    /** A broker may not have heard yet of a topic that was just made. */
    private static final RetryPolicy<Object> UNTIL_KNOWN =
            RetryPolicy.builder()
                    .handleIf(e -> e.getCause() instanceof UnknownTopicOrPartitionException)
                    .withDelay(Duration.ofMillis(100))
                    .withMaxDuration(Duration.ofMinutes(1))
                    .withMaxAttempts(-1)
                    .build();

    private Topics() {}

    /** One topic per family, and the one of the rejected rows. */
    public static List<String> names() {
        return Stream.concat(Arrays.stream(Family.values()).map(Family::topic), Stream.of(REJECTED))
                .toList();
    }

    /**
     * Creates the topics that are not there yet. Fails with {@link IllegalStateException} where one
     * is there that would lose records.
     */
    public static void create(String bootstrapServers, int partitions, int replication) {
        Map<String, Object> settings =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Admin admin = Admin.create(settings)) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = missing(existing, partitions, replication);
            createMissing(admin, missing);
            awaitLeaders(admin, missing);
            refuseLossy(admin);
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "Creating the topics on "
                            + bootstrapServers
                            + " failed: "
                            + e.getCause().getMessage(),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Creating the topics was interrupted", e);
        }
    }

    static List<NewTopic> missing(Set<String> existing, int partitions, int replication) {
        return names().stream()
                .filter(name -> !existing.contains(name))
                .map(
                        name ->
                                new NewTopic(name, partitions, (short) replication)
                                        .configs(KEEP_EVERYTHING))
                .toList();
    }

    /** What a topic's settings would lose; empty where they keep everything. */
    static Optional<String> lossOf(String topic, Map<String, String> settings) {
        List<String> wrong = new ArrayList<>();
        for (String setting : KEEP_EVERYTHING.keySet().stream().sorted().toList()) {
            String value = settings.get(setting);
            if (!KEEP_EVERYTHING.get(setting).equals(value)) {
                wrong.add(
                        setting
                                + "="
                                + value
                                + " (has to be "
                                + KEEP_EVERYTHING.get(setting)
                                + ")");
            }
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of("The topic " + topic + " loses records: " + String.join(", ", wrong));
    }

    private static void createMissing(Admin admin, Collection<NewTopic> topics)
            throws ExecutionException, InterruptedException {
        for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    /**
     * A producer whose first batch meets a partition without a leader may find its later ones
     * stored before it. Only a leader answers the question for an offset; the client asks until one
     * does.
     */
    private static void awaitLeaders(Admin admin, List<NewTopic> topics) throws ExecutionException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        try {
            Failsafe.with(UNTIL_KNOWN).get(() -> admin.listOffsets(ends).all().get());
        } catch (FailsafeException e) {
            if (e.getCause() instanceof ExecutionException noAnswer) {
                throw noAnswer;
            }
            throw e;
        }
    }

    private static void refuseLossy(Admin admin) throws ExecutionException, InterruptedException {
        List<ConfigResource> resources =
                names().stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList();
        Map<ConfigResource, Config> configs = admin.describeConfigs(resources).all().get();
        List<String> losses =
                resources.stream()
                        .map(each -> lossOf(each.name(), settings(configs.get(each))))
                        .flatMap(Optional::stream)
                        .toList();
        if (!losses.isEmpty()) {
            throw new IllegalStateException(
                    String.join("\n", losses)
                            + "\nCorrect the settings with kafka-configs.sh, or use another cluster.");
        }
    }

    private static Map<String, String> settings(Config config) {
        Map<String, String> settings = new HashMap<>();
        config.entries().forEach(entry -> settings.put(entry.name(), entry.value()));
        return settings;
    }
}
