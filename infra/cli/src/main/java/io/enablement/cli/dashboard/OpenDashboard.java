package io.enablement.cli.dashboard;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.UsageException;
import io.enablement.dashboard.Dashboard;
import io.enablement.dashboard.DashboardSettings;
import io.enablement.dashboard.DashboardSettingsException;
import java.time.Clock;

/** Opens the dashboard over the results of a ClickHouse. */
public final class OpenDashboard {

    private OpenDashboard() {}

    /** For whoever sits at this machine; port 0 takes a free one. */
    public static Dashboard beside(ClickHouse clickHouse, String kafka, int port) {
        return of(
                clickHouse, kafka, DashboardSettings.DEFAULT_HOST, Integer.toString(port), "", "");
    }

    /** Names every problem of the settings at once. */
    static Dashboard of(
            ClickHouse clickHouse,
            String kafka,
            String host,
            String port,
            String tokenFile,
            String proxies) {
        try {
            return Dashboard.start(
                    DashboardSettings.of(host, port, source(clickHouse), kafka, tokenFile, proxies),
                    Clock.systemUTC());
        } catch (DashboardSettingsException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static DashboardSettings.ClickHouse source(ClickHouse clickHouse) {
        return new DashboardSettings.ClickHouse(
                clickHouse.url().toString(),
                clickHouse.credentials().user(),
                clickHouse.credentials().password(),
                clickHouse.database());
    }
}
