package io.enablement.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SortedRowsTest {

    private static final long SEED = 9;

    @Test
    void areInTheOrderOfAllTheirBytes() {
        Random random = new Random(SEED);
        List<Row> rows = IntStream.range(0, 2_000).mapToObj(count -> row(random)).toList();

        List<byte[]> expected = new ArrayList<>(rows.stream().map(Row::columns).toList());
        expected.sort(Arrays::compareUnsigned);

        assertThat(SortedRows.by(Row::columns, rows))
                .extracting(Row::columns)
                .usingElementComparator(Arrays::compareUnsigned)
                .containsExactlyElementsOf(expected);
    }

    /** Of up to 20 bytes of three values: most share their beginning, some are that of others. */
    private static Row row(Random random) {
        byte[] columns = new byte[random.nextInt(21)];
        for (int place = 0; place < columns.length; place++) {
            columns[place] = (byte) (random.nextInt(8) == 0 ? random.nextInt(3) - 1 : 0);
        }
        return new Row("ledger", Row.NO_KEY, columns, false);
    }
}
