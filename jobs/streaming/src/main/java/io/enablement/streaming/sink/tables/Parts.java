package io.enablement.streaming.sink.tables;

import io.enablement.domain.deal.Part;
import io.enablement.domain.rep.Tally;
import io.enablement.streaming.sink.RowBytes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The columns of all parts: sums, then histograms. */
final class Parts {

    private Parts() {}

    /** The key columns and behind them those of the parts. */
    static String[] after(String... key) {
        List<String> parts =
                Stream.concat(Part.SUMS.stream(), Part.HISTOGRAMS.stream())
                        .map(Part::column)
                        .toList();
        return Stream.concat(Stream.of(key), parts.stream()).toArray(String[]::new);
    }

    static void write(RowBytes row, Tally tally) {
        for (Part part : Part.SUMS) {
            row.int64(tally.sum(part));
        }
        for (Part part : Part.HISTOGRAMS) {
            row.map(sorted(tally.histogram(part)), RowBytes::int32, RowBytes::int64);
        }
    }

    private static SortedMap<Integer, Long> sorted(Map<Integer, Long> histogram) {
        return histogram instanceof SortedMap<Integer, Long> sorted
                ? sorted
                : new TreeMap<>(histogram);
    }
}
