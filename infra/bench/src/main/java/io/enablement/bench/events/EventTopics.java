package io.enablement.bench.events;

import io.enablement.bench.question.KafkaEnds;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics of one set of events; their names begin with the set's. Beside each of the topics that
 * a registry's user reads stands one with the same Avro bodies framed as Confluent's registry
 * frames them: it is the only Avro that ClickHouse's Kafka engine reads.
 */
public final class EventTopics {

    public static final int PARTITIONS = 2;

    /** What the topics framed for a registry are called. */
    public static final String FRAMED = "framed-";

    /** Those that the peers need for their numbers. */
    public static final List<Family> ASKED = List.of(Family.DEAL, Family.TRAINING, Family.CONTENT);

    private EventTopics() {}

    /** Makes and fills the topics, with framed ones beside them. */
    public static void fill(String bootstrapServers, String set, SalesEvents events)
            throws ExecutionException, InterruptedException {
        List<String> names = plain(set);
        ASKED.forEach(family -> names.add(set + FRAMED + family.topic()));
        create(bootstrapServers, names);
        try (EventSender sender = new EventSender(bootstrapServers, set)) {
            for (long place = 0; place < events.size(); place++) {
                Event event = events.event(place);
                sender.send(event);
                if (ASKED.contains(event.family())) {
                    sender.sendFramed(event);
                }
            }
        }
    }

    /** Sends the events from a place on, to the one before another place. */
    public static void append(
            String bootstrapServers, String set, SalesEvents events, long from, long to) {
        try (EventSender sender = new EventSender(bootstrapServers, set)) {
            for (long place = from; place < to; place++) {
                sender.send(events.event(place));
            }
        }
    }

    /** Makes the topics, without framed ones. */
    public static void create(String bootstrapServers, String set)
            throws ExecutionException, InterruptedException {
        create(bootstrapServers, plain(set));
    }

    /** The number by which a registry knows the family's schema. */
    public static int schemaId(Family family) {
        return family.ordinal() + 1;
    }

    private static List<String> plain(String set) {
        List<String> names = new ArrayList<>();
        for (Family family : Family.values()) {
            names.add(set + family.topic());
        }
        return names;
    }

    private static void create(String bootstrapServers, List<String> names)
            throws ExecutionException, InterruptedException {
        List<NewTopic> topics =
                names.stream()
                        .map(
                                name ->
                                        new NewTopic(name, PARTITIONS, (short) 1)
                                                .configs(Map.of("retention.ms", "-1")))
                        .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(topics).all().get();
        }
        names.forEach(name -> KafkaEnds.awaitLeaders(bootstrapServers, name));
    }
}
