package io.enablement.bench.question;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic to which a contestant sends the newest numbers of each cohort and month. */
public record Published(String bootstrapServers, String topic) {

    private static final int PARTITIONS = 2;

    public void create() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
        }
        KafkaEnds.awaitLeaders(bootstrapServers, topic);
    }

    /** The last value of each key; no value where it was taken back. */
    public Map<String, String> newest() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        Map<String, String> newest = new TreeMap<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(part -> new TopicPartition(topic, part.partition()))
                            .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (record.value() == null) {
                        newest.remove(record.key());
                    } else {
                        newest.put(record.key(), record.value());
                    }
                }
            }
        }
        return newest;
    }

    /** Lines without those that have become nothing, sorted as the other contestants' are. */
    public static List<String> lines(Map<String, String> countsByKey) {
        String nothing = Counts.NONE.line();
        return countsByKey.entrySet().stream()
                .filter(each -> !each.getValue().equals(nothing))
                .map(each -> each.getKey() + "\t" + each.getValue())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }
}
