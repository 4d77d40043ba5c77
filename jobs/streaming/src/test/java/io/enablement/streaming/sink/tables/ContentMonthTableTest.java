package io.enablement.streaming.sink.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.event.Change;
import io.enablement.domain.event.Month;
import io.enablement.domain.rep.ContentMonth;
import io.enablement.domain.rep.ContentTally;
import io.enablement.domain.rep.RepContentMonth;
import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.RowBytes;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContentMonthTableTest {

    private static final RepContentMonth JANUARY =
            new RepContentMonth(
                    "ann",
                    new ContentMonth("p-1", "deck", "2", Month.of(2026, 1).index()),
                    new ContentTally(3, 1, Map.of(20, 1L, 5, 2L)));

    @Test
    void isKnownByRepProgrammeContentVersionAndMonth() {
        assertThat(row().key()).isEqualTo(key().toBytes());
    }

    @Test
    void countsUsesInAllOnDealsAndByDay() {
        RowBytes expected =
                key().int64(3)
                        .int64(1)
                        .map(
                                new TreeMap<>(Map.of(5, 2L, 20, 1L)),
                                RowBytes::int32,
                                RowBytes::int64);

        assertThat(row().columns()).isEqualTo(expected.toBytes());
    }

    private static Row row() {
        return new ContentMonthTable().map(Change.to(JANUARY));
    }

    private static RowBytes key() {
        return new RowBytes()
                .string("ann")
                .string("p-1")
                .string("deck")
                .string("2")
                .date(LocalDate.parse("2026-01-01"));
    }
}
