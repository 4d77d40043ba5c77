package io.enablement.dashboard.answer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records Kafka has taken, topic by topic: what a job has not read of these is its lag.
 */
public final class TopicEnds implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** For how long an answer stands, or that there is none. */
    private static final Duration WORTH = Duration.ofSeconds(5);

    private final String servers;
    private Admin admin;
    private Ends last;
    private long asked;

    /**
     * What Kafka said.
     *
     * @param records the end offsets of a topic's partitions together, by topic
     * @param problem why there are none; "" where there are
     */
    public record Ends(Map<String, Long> records, String problem) {}

    /** Bootstrap servers, "" where the dashboard knows of no Kafka. */
    public TopicEnds(String servers) {
        this.servers = servers;
    }

    public synchronized Ends of(Collection<String> topics) {
        if (servers.isEmpty()) {
            return new Ends(Map.of(), "name Kafka with --kafka to see what has not been read yet");
        }
        long now = System.nanoTime();
        if (last == null || now - asked > WORTH.toNanos()) {
            last = ask(topics);
            asked = now;
        }
        return last;
    }

    private Ends ask(Collection<String> topics) {
        try {
            return new Ends(ends(topics), "");
        } catch (ExecutionException e) {
            return new Ends(Map.of(), "Kafka does not answer at " + servers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ends(Map.of(), "Interrupted while Kafka answered");
        }
    }

    private Map<String, Long> ends(Collection<String> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> partitions =
                admin().describeTopics(topics).allTopicNames().get().values().stream()
                        .flatMap(TopicEnds::partitions)
                        .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
        Map<String, Long> ends = new HashMap<>();
        admin().listOffsets(partitions)
                .all()
                .get()
                .forEach((place, end) -> ends.merge(place.topic(), end.offset(), Long::sum));
        return ends;
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }

    private Admin admin() {
        if (admin == null) {
            int patience = (int) PATIENCE.toMillis();
            admin =
                    Admin.create(
                            Map.of(
                                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience,
                                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience));
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
