package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotas and sales of a public sample database the whole way. */
final class QuotasIT {

    private static final Offset<Double> PRECISION = within(1e-7);

    @TempDir private static Path directory;
    private static JsonNode expected;
    private static StoredResults results;

    @BeforeAll
    static void process() throws IOException {
        PublicData data = PublicData.of("quotas");
        expected = data.expected();
        CommandLineProcess.Ended ended =
                CommandLineCall.run(
                        "process",
                        "--mapping",
                        "adventureworks-quotas.yaml",
                        data.file("SalesPerson.csv"),
                        "--checkpoint-interval",
                        "1s",
                        "--data",
                        directory);
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        results = StoredResults.in(directory);
    }

    @AfterAll
    static void close() {
        if (results != null) {
            results.close();
        }
    }

    @Test
    void givesTheAttainmentOfEveryPerson() throws IOException {
        Map<String, JsonNode> attainments = new TreeMap<>();
        results.rows(
                        "SELECT rep_id, quota_attainment FROM rep_scorecard WHERE period_kind = 'year' AND period = '2025' AND deal_type = 'all'")
                .forEach(
                        row ->
                                attainments.put(
                                        row.path("rep_id").asText(), row.path("quota_attainment")));

        Set<Map.Entry<String, JsonNode>> people = expected.path("people").properties();
        assertThat(attainments).hasSize(people.size());
        for (Map.Entry<String, JsonNode> person : people) {
            claim(attainments.get(person.getKey()), person.getValue().path("attainment"));
        }
    }

    @Test
    void leavesPeopleWithoutQuotaOutOfTheGroup() throws IOException {
        JsonNode company =
                results.row(
                        "SELECT quota_attainment, reps_with_quota, reps_without_quota FROM company_scorecard WHERE period_kind = 'year' AND period = '2025' AND deal_type = 'all'");

        assertThat(company.path("quota_attainment").asDouble())
                .isCloseTo(expected.path("attainment_over_quota_holders").asDouble(), PRECISION);
        assertThat(company.path("reps_with_quota").asLong())
                .isEqualTo(expected.path("with_quota").asLong());
        assertThat(company.path("reps_without_quota").asLong()).isEqualTo(3);
    }

    @Test
    void provesEveryResultByItsLedger() throws IOException {
        List<JsonNode> differences = results.rows("SELECT * FROM ledger_difference LIMIT 5");

        assertThat(differences).isEmpty();
    }

    private static void claim(JsonNode attainment, JsonNode wanted) {
        if (wanted.isNull()) {
            assertThat(attainment.isNull()).isTrue();
            return;
        }
        assertThat(attainment.asDouble()).isCloseTo(wanted.asDouble(), PRECISION);
    }
}
