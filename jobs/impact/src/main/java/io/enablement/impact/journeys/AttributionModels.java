package io.enablement.impact.journeys;

import io.enablement.impact.ResultDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** Brings {@code attribution_model} of a ClickHouse server up to date with its journeys. */
public final class AttributionModels {

    private AttributionModels() {}

    /**
     * The server is named by the variables of the command line, ENABLEMENT_CLICKHOUSE and so on.
     */
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = ResultDatabase.connect(System.getenv())) {
            ModelRun.DEFAULT.run(connection);
        }
    }
}
