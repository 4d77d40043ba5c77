package io.enablement.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enablement.bench.report.Finding;
import io.enablement.bench.report.Measurement;
import io.enablement.bench.report.Measurement.Run;
import io.enablement.bench.report.Samples;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the benchmarks say, each a line of JSON: the command line makes tables of them. */
final class Protocol {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;

    Protocol(PrintStream out) {
        this.out = out;
    }

    void progress(String sentence) {
        say("progress", Map.of("sentence", sentence));
    }

    /** The log has all of it. */
    void failure(String item, Exception failure) {
        progress("%s failed: %s".formatted(item, failure));
        failure.printStackTrace();
    }

    void run(Lane lane, int round, Run run) {
        progress(
                "%s, round %d: %,.0f a second, %.2f µs of its own CPU and %.2f µs of ClickHouse's each"
                        .formatted(
                                lane.title(),
                                round,
                                run.events() / run.wallSeconds(),
                                1e6 * run.cpuSeconds() / run.events(),
                                1e6 * run.engineSeconds() / run.events()));
    }

    void measurement(String title, Measurement measurement) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("events", measurement.events());
        fields.put("rate", spread(measurement.rate()));
        fields.put("cpu_micros", spread(measurement.cpuMicros()));
        fields.put("clickhouse_micros", spread(measurement.engineMicros()));
        fields.put("broker_micros", spread(measurement.brokerMicros()));
        say("measurement", fields);
    }

    void finding(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("item", finding.item());
        fields.put("what", finding.what());
        fields.put("target", finding.target() == null ? null : finding.target().bound());
        fields.put("at_least", finding.target() == null || finding.target().atLeast());
        fields.put("measured", spread(finding.measured()));
        fields.put("met", finding.target() == null ? null : finding.met());
        say("finding", fields);
    }

    /** Machine, versions, load and size of the run. */
    void conditions(Map<String, Object> conditions) {
        say("conditions", conditions);
    }

    /** What a process spent its time with, most first. */
    void profile(String process, Map<String, Double> shares) {
        say("profile", Map.of("process", process, "methods", shares));
    }

    private static Map<String, Double> spread(Samples samples) {
        Map<String, Double> spread = new LinkedHashMap<>();
        spread.put("median", samples.median());
        spread.put("least", samples.least());
        spread.put("greatest", samples.greatest());
        return spread;
    }

    private void say(String kind, Map<String, Object> fields) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", kind);
        line.putAll(fields);
        try {
            out.println(JSON.writeValueAsString(line));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written", e);
        }
    }
}
