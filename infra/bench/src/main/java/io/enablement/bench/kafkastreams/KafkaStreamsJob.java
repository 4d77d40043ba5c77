package io.enablement.bench.kafkastreams;

import io.enablement.bench.contest.Contestant;
import io.enablement.bench.contest.Race;
import io.enablement.bench.events.EventTopics;
import io.enablement.bench.question.Counts;
import io.enablement.bench.question.KafkaEnds;
import io.enablement.bench.question.Published;
import io.enablement.domain.event.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * Kafka Streams, exactly once, with two threads and cached stores: deals are folded by deal, months
 * and enrolments kept by rep, cohorts added up; numbers go to a topic.
 */
public final class KafkaStreamsJob implements Contestant {

    static final String DEALS = "deals";
    static final String USES = "uses";
    static final String MONTHS = "rep-months";
    static final String ENROLMENTS = "enrolments";

    private static final long CACHE_BYTES = 256L << 20;
    private static final long PATIENCE_SECONDS = 900;

    private Published result;

    @Override
    public void run(Race race) throws Exception {
        result = new Published(race.kafka(), "kafka-streams-" + race.number());
        result.create();
        long expected = 0;
        for (Family family : EventTopics.ASKED) {
            expected += KafkaEnds.records(race.kafka(), race.set() + family.topic());
        }
        Files.createDirectories(race.place());
        InFlight.reset();
        try (KafkaStreams streams = new KafkaStreams(topology(race), settings(race))) {
            streams.start();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!InFlight.isDone(expected)) {
                if (System.nanoTime() > deadline || streams.state() == KafkaStreams.State.ERROR) {
                    throw new IOException(streams.state() + ": " + InFlight.state());
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            // Closing commits, and with the commit the last numbers become visible.
        }
    }

    @Override
    public List<String> numbers() {
        return Published.lines(result.newest());
    }

    private Topology topology(Race race) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(DEALS), Serdes.String(), Values.DEAL)
                        .withCachingEnabled());
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(USES),
                                Serdes.String(),
                                Serdes.String())
                        .withCachingEnabled());
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(MONTHS),
                                Serdes.String(),
                                Values.COUNTS)
                        .withCachingEnabled());
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(ENROLMENTS),
                                Serdes.String(),
                                Serdes.Long())
                        .withCachingEnabled());

        KStream<String, RepInput> ofDeals =
                read(builder, race, Family.DEAL)
                        .process(FoldDeals::new, DEALS)
                        .repartition(
                                Repartitioned.with(Serdes.String(), Values.REP_INPUT)
                                        .withNumberOfPartitions(EventTopics.PARTITIONS)
                                        .withName("rep-inputs"));
        KStream<String, RepInput> ofUses =
                read(builder, race, Family.CONTENT).process(TakeUses::new, USES);
        KStream<String, RepInput> ofEnrolments =
                read(builder, race, Family.TRAINING).process(TakeEnrolments::new);
        ofDeals.merge(ofUses)
                .merge(ofEnrolments)
                .process(KeepReps::new, MONTHS, ENROLMENTS)
                .groupByKey(Grouped.with("cohort-changes", Serdes.String(), Values.COUNTS))
                .aggregate(
                        () -> Counts.NONE,
                        (cohort, change, sum) -> {
                            InFlight.cohortChangeArrived();
                            return sum.plus(change);
                        },
                        Materialized.with(Serdes.String(), Values.COUNTS))
                .toStream()
                .mapValues(Counts::line)
                .to(result.topic(), Produced.with(Serdes.String(), Serdes.String()));
        return builder.build();
    }

    private static KStream<String, byte[]> read(StreamsBuilder builder, Race race, Family family) {
        return builder.stream(
                race.set() + family.topic(), Consumed.with(Serdes.String(), Serdes.ByteArray()));
    }

    private static Properties settings(Race race) {
        Properties settings = new Properties();
        settings.putAll(
                Map.of(
                        StreamsConfig.APPLICATION_ID_CONFIG,
                        "bench-" + race.number(),
                        StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                        race.kafka(),
                        StreamsConfig.STATE_DIR_CONFIG,
                        race.place().toString(),
                        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                        StreamsConfig.EXACTLY_ONCE_V2,
                        StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                        2,
                        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                        1_000,
                        StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                        CACHE_BYTES,
                        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
                        5_000,
                        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
                        "earliest",
                        StreamsConfig.producerPrefix("linger.ms"),
                        50));
        return settings;
    }
}
