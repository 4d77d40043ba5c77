package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.streaming.ingest.RawMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;

/**
 * Topics that are lists and stay open when everything was read, as those of Kafka do: a job can be
 * stopped with a savepoint, and started from it against lists that have grown. A new job reads its
 * topics with one subtask.
 */
final class OpenMessages implements Messages {

    private static final long NO_END = 1L << 40;
    private static final long PATIENCE_SECONDS = 300;
    private static final Map<String, Topic> TOPICS = new ConcurrentHashMap<>();

    private final String run;
    private final List<RawMessage> before;
    private final List<RawMessage> messages;

    /**
     * @param before what was read by the run that the savepoint is of; {@code messages} go on
     *     behind
     */
    OpenMessages(String run, List<RawMessage> before, List<RawMessage> messages) {
        this.run = run;
        this.before = before;
        this.messages = messages;
    }

    @Override
    public Source<RawMessage, ?, ?> of(String topic) {
        String name = run + "/" + topic;
        TOPICS.put(name, new Topic(of(topic, before).size(), of(topic, messages)));
        return new DataGeneratorSource<>(
                place -> TOPICS.get(name).at(place),
                NO_END,
                parallelism -> new UntilTheEnd(name),
                TypeInformation.of(RawMessage.class));
    }

    /** Waits until all topics that a job was given were read to their ends. */
    void awaitAllRead() throws InterruptedException {
        for (Map.Entry<String, Topic> topic : TOPICS.entrySet()) {
            if (topic.getKey().startsWith(run + "/")) {
                assertThat(topic.getValue().read.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .as(topic.getKey())
                        .isTrue();
            }
        }
    }

    private static List<RawMessage> of(String topic, List<RawMessage> messages) {
        return messages.stream().filter(message -> message.topic().equals(topic)).toList();
    }

    private static final class Topic {

        private final int first;
        private final List<RawMessage> messages;
        private final AtomicLong given = new AtomicLong();
        private final CountDownLatch read = new CountDownLatch(1);

        private Topic(int first, List<RawMessage> messages) {
            this.first = first;
            this.messages = messages;
        }

        private RawMessage at(long place) {
            given.incrementAndGet();
            return messages.get(Math.toIntExact(place) - first);
        }

        /** Readers that have nothing to read ask too. */
        private CompletableFuture<Void> untilTheEnd() {
            if (given.get() < messages.size()) {
                return CompletableFuture.completedFuture(null);
            }
            read.countDown();
            return new CompletableFuture<>();
        }
    }

    /** Lets a reader wait for ever where the list ends. */
    private record UntilTheEnd(String topic) implements RateLimiter<NumberSequenceSplit> {

        @Override
        public CompletableFuture<Void> acquire(int records) {
            return TOPICS.get(topic).untilTheEnd();
        }
    }
}
