package io.enablement.dashboard.answer;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of an answer; they share the places of their columns. */
public record Rows(Map<String, Integer> places, List<List<Object>> values) {

    public static final Rows NONE = new Rows(Map.of(), List.of());

    /** A row, whose values are text, numbers, lists, maps or null. */
    public record Row(Map<String, Integer> places, List<Object> values) {

        public Object get(String column) {
            Integer place = places.get(column);
            if (place == null) {
                throw new IllegalArgumentException("The answer has no column " + column);
            }
            return values.get(place);
        }

        public boolean has(String column) {
            return places.containsKey(column) && get(column) != null;
        }

        /** "" for nothing. */
        public String text(String column) {
            Object value = get(column);
            return value == null ? "" : value.toString();
        }

        /** 0 for nothing. */
        public long count(String column) {
            return get(column) instanceof Number number ? number.longValue() : 0;
        }

        /** Not a number for nothing. */
        public double number(String column) {
            return get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        public boolean is(String column) {
            Object value = get(column);
            return value instanceof Boolean flag ? flag : count(column) == 1;
        }

        public List<?> list(String column) {
            return get(column) instanceof List<?> list ? list : List.of();
        }

        public Map<?, ?> map(String column) {
            return get(column) instanceof Map<?, ?> map ? map : Map.of();
        }
    }

    public Stream<Row> stream() {
        return IntStream.range(0, values.size())
                .mapToObj(index -> new Row(places, values.get(index)));
    }

    public List<Row> where(Predicate<Row> condition) {
        return stream().filter(condition).toList();
    }

    public List<Row> all() {
        return stream().toList();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public int size() {
        return values.size();
    }
}
