package io.enablement.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.OpenClickHouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results in a directory on which no stack runs. */
public final class StoredResults implements AutoCloseable {

    private static final List<String> VIEWS =
            List.of(
                    "current_deal",
                    "current_deal_stage",
                    "current_rep",
                    "current_quota",
                    "current_programme",
                    "current_rep_month",
                    "current_exposure",
                    "current_cohort_metric");
    private static final List<String> LEDGERS =
            List.of("current_rep_ledger", "current_membership_ledger");

    private final OpenClickHouse open;
    private final ClickHouse clickHouse;

    private StoredResults(OpenClickHouse open) {
        this.open = open;
        this.clickHouse = ClickHouse.at(open.url(), open.credentials(), "default");
    }

    public static StoredResults in(Path directory) {
        return new StoredResults(OpenClickHouse.on(directory));
    }

    /** Rows as JSON objects, 64-bit numbers as numbers. */
    public List<JsonNode> rows(String sql) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        clickHouse.write(
                sql + " SETTINGS output_format_json_quote_64bit_integers = 0",
                Map.of(),
                "JSONEachRow",
                answer);
        List<JsonNode> rows = new ArrayList<>();
        for (String line : answer.toString(StandardCharsets.UTF_8).lines().toList()) {
            rows.add(new ObjectMapper().readTree(line));
        }
        return rows;
    }

    JsonNode row(String sql) throws IOException {
        List<JsonNode> rows = rows(sql);
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows: " + sql);
        }
        return rows.get(0);
    }

    /** Count and hash of all live rows of every result and ledger. */
    Map<String, String> fingerprints() {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        VIEWS.forEach(view -> fingerprints.put(view, fingerprint(view, "*")));
        LEDGERS.forEach(view -> fingerprints.put(view, fingerprint(view, "* EXCEPT (checkpoint)")));
        return fingerprints;
    }

    private String fingerprint(String view, String columns) {
        return String.join(
                " ",
                clickHouse
                        .rows(
                                "SELECT count(), groupBitXor(cityHash64(*)) FROM (SELECT %s FROM %s)"
                                        .formatted(columns, view),
                                Map.of())
                        .get(0));
    }

    @Override
    public void close() {
        open.close();
    }
}
