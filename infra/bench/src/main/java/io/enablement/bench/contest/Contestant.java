package io.enablement.bench.contest;

import java.util.List;
import java.util.Map;

/** One way to turn the events of a set into numbers; it lives in a process of its own. */
public interface Contestant {

    /** Reads all events of the set from the beginning; returns when the last result is there. */
    void run(Race race) throws Exception;

    /** The cohort numbers that the last run left, one line each, sorted; empty for a ceiling. */
    List<String> numbers() throws Exception;

    /** What else is known of the last run, by name: rows written, for example. */
    default Map<String, Double> extras() throws Exception {
        return Map.of();
    }
}
