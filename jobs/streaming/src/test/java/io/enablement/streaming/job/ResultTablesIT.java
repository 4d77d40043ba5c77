package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.deal.Rates;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.streaming.sink.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResultTablesIT {

    private static ResultDatabase database;

    @BeforeAll
    static void createTables() {
        database = ResultDatabase.fresh();
    }

    static Stream<Table> tables() {
        Rules rules = new Rules(BusinessCalendar.DEFAULT, Rates.only("USD"));
        return Stream.of(
                        ResultTables.of(rules).all(), EventArchiveJob.TABLES, AttributionJob.TABLES)
                .flatMap(List::stream)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void haveTheColumnsOfTheDatabaseInTheirOrder(Table table) {
        List<String> expected = new ArrayList<>(List.of("generation"));
        expected.addAll(
                table.replaces() ? List.of("version", "is_deleted") : List.of("checkpoint"));
        if (table.shared()) {
            expected.add("job");
        }
        expected.addAll(table.columns());

        String columns =
                database.execute(
                        "SELECT name FROM system.columns WHERE database = '%s' AND table = '%s' ORDER BY position"
                                .formatted(database.name(), table.name()));

        assertThat(columns.lines()).containsExactlyElementsOf(expected);
    }
}
