package io.enablement.streaming.job;

import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.Table;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.jpountz.xxhash.XXHashFactory;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * A sink that keeps in memory what readers would see in the end: of a state table the live rows, of
 * a ledger what is left when the entries of one place are added up.
 */
final class ShownRows implements Sink<Row> {

    private static final long serialVersionUID = 1;
    private static final long SEED = 0;
    private static final Map<String, ShownRows.Content> RUNS = new ConcurrentHashMap<>();

    private final String run;

    /** Takes the place of an earlier run of this name. */
    ShownRows(String run) {
        this.run = run;
        RUNS.put(run, new Content());
    }

    @Override
    public SinkWriter<Row> createWriter(WriterInitContext context) {
        return RUNS.get(run);
    }

    /** Number and sum of the hashes of the live rows, as {@link ResultDatabase} gives them. */
    String live(Table table) {
        return digest(RUNS.get(run).live.getOrDefault(table.name(), Map.of()).values().stream());
    }

    /** Number and sum of the hashes of what is not zero, as {@link ResultDatabase} gives them. */
    String net(Table ledger) {
        Map<ByteBuffer, Long> sums = RUNS.get(run).net.getOrDefault(ledger.name(), Map.of());
        return digest(
                sums.entrySet().stream()
                        .filter(sum -> sum.getValue() != 0)
                        .map(sum -> hash(withAmount(sum.getKey(), sum.getValue()))));
    }

    private static String digest(Stream<Long> hashes) {
        long[] countAndSum = {0, 0};
        hashes.forEach(
                hash -> {
                    countAndSum[0]++;
                    countAndSum[1] += hash;
                });
        return countAndSum[0] + "\t" + Long.toUnsignedString(countAndSum[1]) + "\n";
    }

    private static byte[] withAmount(ByteBuffer place, long amount) {
        return ByteBuffer.allocate(place.remaining() + Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(place.duplicate())
                .putLong(amount)
                .array();
    }

    private static long hash(byte[] bytes) {
        return XXHashFactory.fastestInstance().hash64().hash(bytes, 0, bytes.length, SEED);
    }

    /** What one run has written so far. */
    private static final class Content implements SinkWriter<Row> {
        private final Map<String, Map<ByteBuffer, Long>> live = new ConcurrentHashMap<>();
        private final Map<String, Map<ByteBuffer, Long>> net = new ConcurrentHashMap<>();

        @Override
        public void write(Row row, Context context) {
            if (row.key().length == 0) {
                LedgerRow entry = LedgerRow.of(row);
                table(net, row).merge(entry.place(), entry.amount(), Long::sum);
            } else if (row.deleted()) {
                table(live, row).remove(ByteBuffer.wrap(row.key()));
            } else {
                table(live, row).put(ByteBuffer.wrap(row.key()), hash(row.columns()));
            }
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}

        private static Map<ByteBuffer, Long> table(
                Map<String, Map<ByteBuffer, Long>> tables, Row row) {
            return tables.computeIfAbsent(row.table(), name -> new ConcurrentHashMap<>());
        }
    }
}
