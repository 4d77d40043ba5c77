package io.enablement.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedRowsTest {

    private static final long SEED = 9;

    @Test
    void areInTheOrderOfAllTheirBytes() {
        Random random = new Random(SEED);
        List<Row> rows = IntStream.range(0, 2_000).mapToObj(count -> row(random)).toList();

        assertThat(sorted(rows)).containsExactlyElementsOf(inOrder(rows));
    }

    /** Few of them are inserted, many counted: each way has the same order. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 6, 63, 64, 65, 5_000})
    void areInTheirOrderHoweverManyThereAre(int count) {
        Random random = new Random(SEED);
        List<Row> rows = IntStream.range(0, count).mapToObj(each -> anyRow(random)).toList();

        assertThat(sorted(rows)).containsExactlyElementsOf(inOrder(rows));
    }

    @Test
    void areInTheirOrderAlsoWhereTheyShareAThousandBytes() {
        Random random = new Random(SEED);
        List<Row> rows = IntStream.range(0, 100).mapToObj(count -> longRow(random)).toList();

        assertThat(sorted(rows)).containsExactlyElementsOf(inOrder(rows));
    }

    private static List<ByteBuffer> sorted(List<Row> rows) {
        KeptRows kept = new KeptRows();
        long[] places = rows.stream().mapToLong(row -> kept.add(row, 0)).toArray();
        SortedRows.sort(kept, places);
        return Arrays.stream(places).mapToObj(place -> columns(kept, place)).toList();
    }

    private static List<ByteBuffer> inOrder(List<Row> rows) {
        return rows.stream()
                .map(Row::columns)
                .sorted(Arrays::compareUnsigned)
                .map(ByteBuffer::wrap)
                .toList();
    }

    private static ByteBuffer columns(KeptRows rows, long place) {
        ByteBuffer columns = ByteBuffer.allocate(rows.length(place));
        rows.write(place, columns);
        return columns.flip();
    }

    private static Row longRow(Random random) {
        return new Row("ledger", 0, new byte[1000 + random.nextInt(30)], false);
    }

    /** Of any bytes, those above 127 too. */
    private static Row anyRow(Random random) {
        byte[] columns = new byte[random.nextInt(30)];
        random.nextBytes(columns);
        return new Row("ledger", 0, columns, false);
    }

    /** Of up to 20 bytes of three values: most share their beginning, some are that of others. */
    private static Row row(Random random) {
        byte[] columns = new byte[random.nextInt(21)];
        for (int place = 0; place < columns.length; place++) {
            columns[place] = (byte) (random.nextInt(8) == 0 ? random.nextInt(3) - 1 : 0);
        }
        return new Row("ledger", 0, columns, false);
    }
}
