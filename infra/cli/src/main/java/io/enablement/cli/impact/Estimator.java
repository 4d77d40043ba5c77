package io.enablement.cli.impact;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.RunException;
import io.enablement.cli.console.UsageException;
import io.enablement.impact.journeys.AttributionModels;
import io.enablement.impact.manifest.ManifestException;
import io.enablement.impact.panel.NothingPublished;
import java.sql.Connection;
import java.sql.SQLException;

/** Lets the estimator work on a ClickHouse, and says in words what went wrong. */
final class Estimator {

    private Estimator() {}

    /** Work that reads the results of the jobs and may add to those of the estimator. */
    interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    static <T> T on(ClickHouse clickHouse, Work<T> work) {
        try (Connection connection =
                AttributionModels.connect(
                        clickHouse.url().toString(),
                        clickHouse.database(),
                        clickHouse.credentials().user(),
                        clickHouse.credentials().password())) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new RunException("ClickHouse says: " + e.getMessage(), e);
        } catch (NothingPublished e) {
            throw new RunException(e.getMessage(), e);
        } catch (ManifestException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
