package io.enablement.streaming.job;

import static java.util.stream.Collectors.groupingBy;

import io.enablement.streaming.ingest.RawMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;

/** Topics that are lists in the memory of this process, read once from beginning to end. */
final class ReplayedMessages implements Messages {

    private static final Map<String, Map<String, List<RawMessage>>> RUNS =
            new ConcurrentHashMap<>();

    private final String run;

    /** Takes the place of an earlier run of this name. */
    ReplayedMessages(String run, List<RawMessage> messages) {
        this.run = run;
        RUNS.put(run, messages.stream().collect(groupingBy(RawMessage::topic)));
    }

    @Override
    public Source<RawMessage, ?, ?> of(String topic) {
        String name = run;
        return new DataGeneratorSource<>(
                place -> messages(name, topic).get(place.intValue()),
                new Places(messages(name, topic).size()),
                RateLimiterStrategy.noOp(),
                TypeInformation.of(RawMessage.class));
    }

    private static List<RawMessage> messages(String run, String topic) {
        return RUNS.get(run).getOrDefault(topic, List.of());
    }

    /** The places of a list that may be empty; Flink's sequences have one number at least. */
    private static final class Places extends NumberSequenceSource {
        private static final long serialVersionUID = 1;

        private final int size;

        Places(int size) {
            super(0, Math.max(0, size - 1));
            this.size = size;
        }

        @Override
        protected List<NumberSequenceSplit> splitNumberRange(long from, long to, int splits) {
            return size == 0 ? List.of() : super.splitNumberRange(from, to, splits);
        }
    }
}
