package io.enablement.dashboard.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * One field of a table or tile.
 *
 * @param kind text, number, badge, spark, dots or interval: how the template draws it
 * @param detail a second, quieter line; "" for none
 * @param href where it leads; "" for nowhere
 * @param tone good, warn, bad, quiet or ""
 * @param values of a spark line, of dots (how many of how many), of an interval (low, middle, high)
 */
public record Cell(
        String kind, String text, String detail, String href, String tone, List<Double> values) {

    public static Cell text(String text) {
        return new Cell("text", text, "", "", "", List.of());
    }

    public static Cell number(String text) {
        return new Cell("number", text, "", "", "", List.of());
    }

    public static Cell badge(String text, String tone) {
        return new Cell("badge", text, "", "", tone, List.of());
    }

    /** Of a number that is still being fetched. */
    public static Cell pending() {
        return number(Format.PENDING).in("quiet");
    }

    /** Drawn over the whole width; what is not known leaves a gap. */
    public static Cell spark(String words, List<Double> values) {
        return new Cell("spark", words, "", "", "", values);
    }

    public static Cell dots(String words, int of, int all) {
        return new Cell("dots", words, "", "", "", List.of((double) of, (double) all));
    }

    public Cell to(String link) {
        return new Cell(kind, text, detail, link, tone, values);
    }

    public Cell with(String secondLine) {
        return new Cell(kind, text, secondLine, href, tone, values);
    }

    public Cell in(String otherTone) {
        return new Cell(kind, text, detail, href, otherTone, values);
    }

    /** The points of the spark line in a field of 100 by 24, gaps between lines. */
    public List<String> lines() {
        double low =
                values.stream().filter(Objects::nonNull).mapToDouble(each -> each).min().orElse(0);
        double high =
                values.stream().filter(Objects::nonNull).mapToDouble(each -> each).max().orElse(1);
        double height = high == low ? 1 : high - low;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int place = 0; place < values.size(); place++) {
            Double value = values.get(place);
            if (value == null) {
                lines.add(line.toString().strip());
                line.setLength(0);
                continue;
            }
            double x = values.size() == 1 ? 50 : 2 + 96.0 * place / (values.size() - 1);
            double y = 21 - 18 * (value - low) / height;
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        lines.add(line.toString().strip());
        return lines.stream().filter(each -> !each.isEmpty()).toList();
    }

    /** Filled and empty dots. */
    public List<Boolean> filled() {
        return IntStream.range(0, values.get(1).intValue())
                .mapToObj(place -> place < values.get(0).intValue())
                .toList();
    }
}
