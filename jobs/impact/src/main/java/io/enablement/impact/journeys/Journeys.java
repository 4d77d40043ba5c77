package io.enablement.impact.journeys;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All closed journeys that a model looks at, with their channels as numbers. */
public final class Journeys {

    private final List<String> channels;
    private final int[][] paths;
    private final int[][] distinct;
    private final long[] won;
    private final long[] lost;
    private final double[] values;

    private Journeys(
            List<String> channels,
            int[][] paths,
            int[][] distinct,
            long[] won,
            long[] lost,
            double[] values) {
        this.channels = channels;
        this.paths = paths;
        this.distinct = distinct;
        this.won = won;
        this.lost = lost;
        this.values = values;
    }

    public static Journeys of(List<Journey> journeys) {
        List<String> channels =
                journeys.stream()
                        .flatMap(journey -> journey.channels().stream())
                        .distinct()
                        .sorted()
                        .toList();
        Map<String, Integer> places = new HashMap<>();
        channels.forEach(channel -> places.put(channel, places.size()));
        int[][] paths =
                journeys.stream()
                        .map(each -> each.channels().stream().mapToInt(places::get).toArray())
                        .toArray(int[][]::new);
        return new Journeys(
                channels,
                paths,
                Arrays.stream(paths)
                        .map(path -> Arrays.stream(path).distinct().toArray())
                        .toArray(int[][]::new),
                journeys.stream().mapToLong(Journey::won).toArray(),
                journeys.stream().mapToLong(Journey::lost).toArray(),
                journeys.stream().mapToDouble(Journey::value).toArray());
    }

    /** The same paths travelled this often; each won journey of a path keeps its mean value. */
    Journeys counted(long[] timesWon, long[] timesLost) {
        double[] counted = new double[values.length];
        for (int path = 0; path < counted.length; path++) {
            counted[path] = won[path] == 0 ? 0 : values[path] * timesWon[path] / won[path];
        }
        return new Journeys(channels, paths, distinct, timesWon, timesLost, counted);
    }

    /** In the order of their names. */
    public List<String> channels() {
        return channels;
    }

    public long won() {
        return Arrays.stream(won).sum();
    }

    public long lost() {
        return Arrays.stream(lost).sum();
    }

    public double value() {
        return Arrays.stream(values).sum();
    }

    /** Won without any touch: no model gives them to a channel. */
    public long wonUntouched() {
        long untouched = 0;
        for (int path = 0; path < paths.length; path++) {
            untouched += paths[path].length == 0 ? won[path] : 0;
        }
        return untouched;
    }

    /** What was won without any touch. */
    public double valueUntouched() {
        double untouched = 0;
        for (int path = 0; path < paths.length; path++) {
            untouched += paths[path].length == 0 ? values[path] : 0;
        }
        return untouched;
    }

    int paths() {
        return paths.length;
    }

    /** The channels of a path, in order, as places in {@link #channels()}. */
    int[] path(int path) {
        return paths[path];
    }

    /** The same, each channel once. */
    int[] distinct(int path) {
        return distinct[path];
    }

    long won(int path) {
        return won[path];
    }

    long lost(int path) {
        return lost[path];
    }

    double value(int path) {
        return values[path];
    }
}
