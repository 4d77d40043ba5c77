package io.enablement.cli.dashboard;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.ResultsOptions;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.StopSignal;
import io.enablement.dashboard.Dashboard;
import io.enablement.local.LocalStack;
import io.enablement.local.StackAddresses;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the web dashboard until it is told to stop. */
@Command(
        name = "dashboard",
        description = {
            "Show programmes, teams, deals and the data in the browser.",
            "It listens to this machine alone unless --tokens or --trusted-proxies say who may"
                    + " enter from others."
        },
        footer = {
            "",
            "The file of --tokens has a line for each person: name,role,team,token. Roles are"
                    + " admin, revenue-operations, enablement, and manager, who alone has a team and"
                    + " sees nothing else.",
            "A trusted proxy names the viewer in the headers X-Enablement-User, X-Enablement-Role"
                    + " and X-Enablement-Team, and must remove those that a browser sends.",
            "",
            "Examples:",
            "  enablement dashboard",
            "  enablement dashboard --clickhouse https://clickhouse:8443 --clickhouse-user"
                    + " enablement_dashboard --host 0.0.0.0 --tokens tokens.csv"
        })
public final class DashboardCommand implements Callable<Integer> {

    private static final long PAUSE_MILLIS = 500;

    private final Console console = Console.standard();

    @Mixin private ResultsOptions results;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:ENABLEMENT_KAFKA:-}",
            description =
                    "Bootstrap servers, for the lag of each topic; those of the stack that runs on"
                            + " DIR need not be named.")
    private String kafka;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "${env:ENABLEMENT_DASHBOARD_HOST:-127.0.0.1}",
            description = "Where it listens (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:ENABLEMENT_DASHBOARD_PORT:-8088}",
            description = "Its port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private String port;

    @Option(
            names = "--tokens",
            paramLabel = "FILE",
            defaultValue = "${env:ENABLEMENT_DASHBOARD_TOKENS:-}",
            description = "CSV file of who may enter by which token.")
    private String tokens;

    @Option(
            names = "--trusted-proxies",
            paramLabel = "ADDRESSES",
            defaultValue = "${env:ENABLEMENT_DASHBOARD_TRUSTED_PROXIES:-}",
            description =
                    "IP addresses of proxies that say who the viewer is, with commas between.")
    private String proxies;

    @Override
    public Integer call() {
        try (StopSignal signal = new StopSignal()) {
            signal.listen();
            results.ask(clickHouse -> show(clickHouse, signal));
            console.step("Stopped");
            signal.workIsClosed();
        }
        return 0;
    }

    private String kafka() {
        return kafka.isEmpty() && !results.areOnServer()
                ? LocalStack.running(results.directory())
                        .map(StackAddresses::kafkaServers)
                        .orElse("")
                : kafka;
    }

    private void show(ClickHouse clickHouse, StopSignal signal) {
        try (Dashboard dashboard =
                OpenDashboard.of(clickHouse, kafka(), host, port, tokens, proxies)) {
            console.result("@|bold Dashboard|@   " + dashboard.url());
            console.step("Ready; Ctrl-C stops");
            while (!signal.within(PAUSE_MILLIS)) {
                // The server answers in threads of its own.
                continue;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
