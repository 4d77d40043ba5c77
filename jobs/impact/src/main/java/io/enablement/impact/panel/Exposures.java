package io.enablement.impact.panel;

import io.enablement.domain.cohort.Basis;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * In which month each programme first reached each rep: by assignment, by completion, by waiver.
 */
public final class Exposures {

    private static final String WAIVED = "waived";

    private final int reps;
    private final Map<String, Map<String, int[]>> months = new TreeMap<>();

    public Exposures(int reps) {
        this.reps = reps;
    }

    /** The earliest month counts. */
    public void add(String programme, Basis basis, int rep, int month) {
        add(programme, basis.label(), rep, month);
    }

    /** The rep was excused: not trained, and no control either. */
    public void addWaiver(String programme, int rep, int month) {
        add(programme, WAIVED, rep, month);
    }

    /** {@link Panel#NEVER} where it has not. */
    public int month(String programme, Basis basis, int rep) {
        return month(programme, basis.label(), rep);
    }

    public int waived(String programme, int rep) {
        return month(programme, WAIVED, rep);
    }

    /** The first month in which the programme reached the rep in any way. */
    public int reached(String programme, int rep) {
        int first = Panel.NEVER;
        for (int[] of : months.getOrDefault(programme, Map.of()).values()) {
            first = Math.min(first, of[rep]);
        }
        return first;
    }

    public Set<String> programmes() {
        return months.keySet();
    }

    private void add(String programme, String how, int rep, int month) {
        int[] first =
                months.computeIfAbsent(programme, id -> new TreeMap<>())
                        .computeIfAbsent(how, id -> never());
        first[rep] = Math.min(first[rep], month);
    }

    private int month(String programme, String how, int rep) {
        int[] first = months.getOrDefault(programme, Map.of()).get(how);
        return first == null ? Panel.NEVER : first[rep];
    }

    private int[] never() {
        int[] never = new int[reps];
        Arrays.fill(never, Panel.NEVER);
        return never;
    }

    void writeTo(Checksum checksum) {
        months.forEach(
                (programme, ways) ->
                        ways.forEach(
                                (how, first) -> {
                                    checksum.text(programme).text(how);
                                    for (int month : first) {
                                        checksum.number(month);
                                    }
                                }));
    }
}
