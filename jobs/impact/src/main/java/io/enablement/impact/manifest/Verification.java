package io.enablement.impact.manifest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A run repeated, beside its manifest.
 *
 * @param checks each thing that was compared
 */
public record Verification(List<Check> checks) {

    public Verification {
        checks = List.copyOf(checks);
    }

    /**
     * One thing of the manifest, and what it is now.
     *
     * @param manifest "" where the manifest does not have it
     * @param now "" where it is not there any more
     */
    public record Check(String name, String manifest, String now) {

        public boolean isEqual() {
            return manifest.equals(now);
        }
    }

    /**
     * Compares code, settings, archive and results.
     *
     * @param now what the same evaluation read and found today
     */
    public static Verification of(Connection connection, Manifest manifest, RunOutcome now)
            throws SQLException {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("code", manifest.code(), CodeChecksum.value()));
        checks.add(new Check("settings", manifest.settingsHash(), Manifest.hash(sorted(manifest))));
        checks.addAll(eventLog(new EventLog(connection), manifest));
        checks.add(check("generation", manifest.generation(), now.published().generation()));
        checks.add(check("checkpoint", manifest.checkpoint(), now.published().checkpoint()));
        checks.add(check("as of", manifest.asOf(), now.published().asOf()));
        checks.addAll(compare("input ", manifest.inputs(), now.inputs()));
        checks.addAll(compare("rows of ", manifest.rows(), now.rows()));
        checks.addAll(compare("results ", manifest.results(), now.results()));
        return new Verification(checks);
    }

    public boolean isEqual() {
        return checks.stream().allMatch(Check::isEqual);
    }

    private static List<Check> eventLog(EventLog log, Manifest manifest) throws SQLException {
        Map<String, String> then = new LinkedHashMap<>();
        Map<String, String> now = new LinkedHashMap<>();
        manifest.eventLog().forEach(each -> then.put(name(each), words(each)));
        log.ranges(manifest.eventLog()).forEach(each -> now.put(name(each), words(each)));
        return compare("event_log ", then, now);
    }

    private static String name(LogRange range) {
        return "%s %d".formatted(range.topic(), range.partition());
    }

    private static String words(LogRange range) {
        return "%d records, %s".formatted(range.records(), range.checksum());
    }

    private static Map<String, String> sorted(Manifest manifest) {
        return new TreeMap<>(manifest.settings());
    }

    private static List<Check> compare(String prefix, Map<String, ?> then, Map<String, ?> now) {
        TreeSet<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .map(
                        name ->
                                check(
                                        prefix + name,
                                        then.containsKey(name) ? then.get(name) : "",
                                        now.containsKey(name) ? now.get(name) : ""))
                .toList();
    }

    private static Check check(String name, Object then, Object now) {
        return new Check(name, String.valueOf(then), String.valueOf(now));
    }
}
