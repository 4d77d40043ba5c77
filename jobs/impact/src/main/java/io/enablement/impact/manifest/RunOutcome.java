package io.enablement.impact.manifest;

import io.enablement.impact.panel.Published;
import java.util.Map;

/**
 * What a run read and found, as its manifest says it.
 *
 * @param run its number; 0 where it is not kept
 * @param rows of each table
 * @param inputs checksums of what was read, by name
 * @param results checksums of what was found, by table, whatever the number of the run
 */
public record RunOutcome(
        Published published,
        long run,
        Map<String, Integer> rows,
        Map<String, String> inputs,
        Map<String, String> results) {}
