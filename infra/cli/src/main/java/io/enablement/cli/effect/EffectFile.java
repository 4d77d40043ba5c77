package io.enablement.cli.effect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.enablement.impact.did.Aggregate;
import io.enablement.impact.did.Aggregate.Kind;
import io.enablement.impact.did.Aggregate.Point;
import io.enablement.impact.did.Cell;
import io.enablement.impact.did.Estimate;
import io.enablement.impact.did.PreTrend;
import io.enablement.impact.did.Robustness;
import io.enablement.impact.did.Sample;
import io.enablement.impact.did.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** An answer for programs; what is unknown is empty or null, with its reason beside. */
final class EffectFile {

    private static final List<String> COLUMNS =
            List.of(
                    "group",
                    "time",
                    "att",
                    "se",
                    "low",
                    "high",
                    "n",
                    "treated",
                    "controls",
                    "base",
                    "reason");
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private EffectFile() {}

    /** The cells alone. */
    static void writeCsv(Answer answer, PrintStream out) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            answer.result().cells().forEach(cell -> csv.writeRecord(fields(answer, cell)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(text);
    }

    static void writeJson(Answer answer, PrintStream out) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode cells = root.putArray("cells");
        answer.result().cells().forEach(cell -> add(cells.addObject(), answer, cell));
        ObjectNode aggregates = root.putObject("aggregates");
        answer.result()
                .aggregates()
                .forEach(each -> add(aggregates.putObject(label(each.kind())), answer, each));
        add(root.putObject("pre_trend"), answer.result().preTrend());
        put(root, "randomisation_p", answer.result().randomisationP());
        add(root.putObject("sample"), answer.result().sample());
        add(root.putObject("robustness"), answer.robustness());
        add(root.putObject("verdict"), answer.verdict());
        try {
            out.println(JSON.writeValueAsString(root));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written", e);
        }
    }

    private static List<String> fields(Answer answer, Cell cell) {
        Estimate estimate = cell.estimate();
        return List.of(
                answer.time(cell.group()),
                answer.time(cell.time()),
                text(estimate.value()),
                text(estimate.error()),
                text(estimate.low()),
                text(estimate.high()),
                String.valueOf(cell.treated() + cell.controls()),
                String.valueOf(cell.treated()),
                String.valueOf(cell.controls()),
                answer.time(cell.base()),
                cell.reason());
    }

    private static void add(ObjectNode node, Answer answer, Cell cell) {
        node.put("group", answer.time(cell.group()));
        node.put("time", answer.time(cell.time()));
        add(node, cell.estimate());
        node.put("n", cell.treated() + cell.controls());
        node.put("treated", cell.treated());
        node.put("controls", cell.controls());
        node.put("base", answer.time(cell.base()));
        node.put("reason", cell.reason());
    }

    private static void add(ObjectNode node, Answer answer, Aggregate aggregate) {
        add(node.putObject("overall"), aggregate.overall());
        put(node, "critical_value", aggregate.criticalValue());
        ArrayNode points = node.putArray("points");
        for (Point point : aggregate.points()) {
            ObjectNode each = points.addObject();
            if (aggregate.kind() == Kind.DYNAMIC) {
                each.put("event_time", point.at());
            } else {
                each.put(
                        aggregate.kind() == Kind.GROUP ? "group" : "time", answer.time(point.at()));
            }
            add(each, point.estimate());
            put(each, "band_low", point.bandLow());
            put(each, "band_high", point.bandHigh());
            each.put("cells", point.cells());
        }
    }

    private static void add(ObjectNode node, Estimate estimate) {
        put(node, "att", estimate.value());
        put(node, "se", estimate.error());
        put(node, "low", estimate.low());
        put(node, "high", estimate.high());
        put(node, "p", estimate.p());
    }

    private static void add(ObjectNode node, PreTrend test) {
        node.put("over", test.over());
        put(node, "statistic", test.statistic());
        node.put("degrees", test.degrees());
        put(node, "p", test.p());
        node.put("reason", test.reason());
    }

    private static void add(ObjectNode node, Sample sample) {
        node.put("units", sample.units());
        node.put("treated", sample.treated());
        node.put("controls", sample.controls());
        node.put("clusters", sample.clusters());
        node.put("treated_clusters", sample.treatedClusters());
        node.put("dropped_incomplete", sample.incomplete());
        node.put("dropped_treated_from_the_start", sample.treatedFromTheStart());
    }

    private static void add(ObjectNode node, Robustness robustness) {
        ArrayNode checks = node.putArray("checks");
        for (Robustness.Check check : robustness.checks()) {
            ObjectNode each = checks.addObject();
            each.put("kind", label(check.kind()));
            each.put("periods", check.periods());
            add(each, check.estimate());
        }
        put(node, "cap", robustness.cap());
        put(node, "tail_index", robustness.tailIndex());
        put(node, "top_fifth_share", robustness.topFifthShare());
    }

    private static void add(ObjectNode node, Verdict verdict) {
        node.put("verdict", verdict.kind().label());
        ArrayNode reasons = node.putArray("reasons");
        for (Verdict.Reason reason : verdict.reasons()) {
            reasons.addObject().put("code", label(reason.code())).put("words", reason.words());
        }
        verdict.caveats().forEach(node.putArray("caveats")::add);
    }

    private static String label(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void put(ObjectNode node, String field, double number) {
        if (Double.isFinite(number)) {
            node.put(field, number);
        } else {
            node.putNull(field);
        }
    }

    private static String text(double number) {
        return Double.isFinite(number) ? String.valueOf(number) : "";
    }
}
