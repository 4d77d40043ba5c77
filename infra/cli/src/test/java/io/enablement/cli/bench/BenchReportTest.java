package io.enablement.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

final class BenchReportTest {

    private static final String MISSED =
            """
            {"kind":"finding","item":"peers","what":"ours ÷ theirs","target":3.0,"at_least":true,
             "measured":{"median":2.5,"least":2.0,"greatest":2.75},"met":false}
            """;
    private static final String TOLD =
            """
            {"kind":"finding","item":"peers","what":"ours ÷ batch","target":null,"at_least":true,
             "measured":{"median":1234.0,"least":0.5,"greatest":2000.0},"met":null}
            """;
    private static final String MEASURED =
            """
            {"kind":"measurement","title":"Ours","events":125000,
             "rate":{"median":250000.0,"least":240000.0,"greatest":260000.0},
             "cpu_micros":{"median":6.0,"least":6.0,"greatest":6.0},
             "clickhouse_micros":{"median":2.0,"least":2.0,"greatest":2.0},
             "broker_micros":{"median":1.0,"least":1.0,"greatest":1.0}}
            """;

    @Test
    void saysWhichTargetsAreMissed() throws JsonProcessingException {
        assertThat(BenchTables.finding(read(MISSED)))
                .containsExactly(
                        "peers", "ours ÷ theirs", "≥ 3.00", "2.50", "2.00", "2.75", "missed");
    }

    @Test
    void asksNothingOfWhatHasNoTarget() throws JsonProcessingException {
        assertThat(BenchTables.finding(read(TOLD)))
                .containsExactly("peers", "ours ÷ batch", "–", "1,234", "0.50", "2,000", "");
    }

    @Test
    void writesTablesOfMarkdown() throws JsonProcessingException {
        BenchResults results = new BenchResults();
        results.add(read(MEASURED));
        results.add(read(MISSED));

        assertThat(new BenchReport(results, "infra/enablement bench").text())
                .contains("Written by `infra/enablement bench`")
                .contains("| Ours | 125,000 | 250,000 | 240,000 | 260,000 | 6.00 | 2.00 | 1.00 |")
                .contains("| peers | ours ÷ theirs | ≥ 3.00 | 2.50 | 2.00 | 2.75 | missed |");
    }

    private static JsonNode read(String said) throws JsonProcessingException {
        return new ObjectMapper().readTree(said);
    }
}
