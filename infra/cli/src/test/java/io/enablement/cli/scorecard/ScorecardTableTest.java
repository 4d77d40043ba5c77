package io.enablement.cli.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enablement.domain.cohort.Basis;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

final class ScorecardTableTest {

    private static final Metric WON = new Metric("deals_won", "Won", "count", "never");
    private static final Metric RATE =
            new Metric("close_rate_count", "Close rate", "share", "nothing closed");

    @Test
    void putsControlsUnderTheirCohortAndABlankLineBetweenCohorts() throws Exception {
        List<String> lines =
                lines(
                        cohorts(),
                        "{'cohort':'2025-05','period':'2025','side':'cohort','deals_won':7,'close_rate_count':0.5}",
                        "{'cohort':'2025-05','period':'2025','side':'controls','deals_won':90,'close_rate_count':0.25}",
                        "{'cohort':'2025-05','period':'2026','side':'controls','deals_won':80,'close_rate_count':0.2}",
                        "{'cohort':'2025-07','period':'2025','side':'cohort','deals_won':3,'close_rate_count':1}");

        assertThat(lines)
                .containsExactly(
                        "Cohort   Year            Won  Close rate",
                        "2025-05  2025  cohort      7       50.0%",
                        "               controls   90       25.0%",
                        "         2026  controls   80       20.0%",
                        "",
                        "2025-07  2025  cohort      3      100.0%");
    }

    @Test
    void saysUnderneathWhatAnEmptyValueMeans() throws Exception {
        List<String> lines =
                lines(
                        ScorecardQuestion.company(PeriodKind.YEAR),
                        "{'period':'2025','deals_won':0,'close_rate_count':null}");

        assertThat(lines)
                .containsExactly(
                        "Year  Won  Close rate",
                        "2025    0           –",
                        "– Close rate: nothing closed");
    }

    @Test
    void explainsNoEmptyValueWhereTheGlossaryKnowsNone() throws Exception {
        List<String> lines =
                lines(
                        cohorts(),
                        "{'cohort':'2025-05','period':'2025','side':'controls','deals_won':null,'close_rate_count':0}");

        assertThat(lines).hasSize(2);
    }

    private static ScorecardQuestion cohorts() {
        return new ScorecardQuestion(
                List.of("p-1"), "", Basis.COMPLETED, List.of(), PeriodKind.YEAR, "");
    }

    private static List<String> lines(ScorecardQuestion question, String... rows) throws Exception {
        List<JsonNode> parsed = new ArrayList<>();
        for (String row : rows) {
            parsed.add(new ObjectMapper().readTree(row.replace('\'', '"')));
        }
        Figures figures = new Figures(Currency.getInstance("USD"));
        return new ScorecardTable(question, List.of(WON, RATE), parsed, figures)
                .lines().stream().map(line -> Ansi.OFF.string(line)).toList();
    }
}
