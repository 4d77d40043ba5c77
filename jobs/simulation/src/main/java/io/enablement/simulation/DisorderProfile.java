package io.enablement.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * How disordered the events arrive.
 *
 * @param buffer how many events wait at once to be drawn in another order; 1 keeps the order
 * @param duplicates share of the events that come twice
 * @param conflicts share of the deal amounts that another content claims under the same identity
 */
public record DisorderProfile(int buffer, double duplicates, double conflicts) {

    public static final DisorderProfile NONE = new DisorderProfile(1, 0, 0);
    public static final DisorderProfile SLIGHT = new DisorderProfile(200, 0.005, 0);
    public static final DisorderProfile SEVERE = new DisorderProfile(20_000, 0.1, 0.002);

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (buffer < 1 || buffer > 10_000_000) {
            problems.add("buffer is not between 1 and 10000000");
        }
        if (!isShare(duplicates)) {
            problems.add("duplicates is not between 0 and 1");
        }
        if (!isShare(conflicts)) {
            problems.add("conflicts is not between 0 and 1");
        }
        return problems;
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
