package io.enablement.cli.stack;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.ClickHouseOptions;
import io.enablement.cli.clickhouse.DataOption;
import io.enablement.cli.console.Console;
import io.enablement.local.LocalStack;
import io.enablement.local.StackAddresses;
import io.enablement.streaming.job.AttributionJob;
import io.enablement.streaming.job.CohortMetricsJob;
import io.enablement.streaming.job.EventArchiveJob;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells how the stack on a directory is. */
@Command(
        name = "status",
        description =
                "Show where the stack on DIR listens, how its jobs are, what they have published, and whether the ledgers prove it.")
public final class StatusCommand implements Callable<Integer> {

    private static final String PUBLISHED =
            """
            SELECT
                max(checkpoint),
                toString(max(committed_at)),
                dateDiff('second', max(committed_at), now64(6, 'UTC')),
                sum(arraySum(mapValues(records_in))),
                sum(duplicates),
                sum(dead_letters)
            FROM current_status
            WHERE job = {job:String}
            """;

    private static final String UNPROVEN_RESULTS =
            """
            SELECT uniqExact(
                result, rep_id, team, role, region, programme_id, basis, cohort, deal_type, month)
            FROM ledger_difference
            """;

    private static final String UNPROVEN_DEALS = "SELECT uniqExact(deal_id) FROM attribution_proof";

    private final Console console = Console.standard();

    @Mixin private DataOption data;
    @Mixin private ClickHouseOptions clickHouse;

    @Override
    public Integer call() {
        Optional<StackAddresses> running = LocalStack.running(data.directory());
        if (running.isEmpty()) {
            console.plain("No stack runs on " + data.directory());
            return 0;
        }
        tellPlace(running.get());
        tellJobs(running.get());
        return 0;
    }

    private void tellPlace(StackAddresses stack) {
        line("Kafka", stack.kafkaServers());
        line("ClickHouse", stack.clickHouseUrl() + "  user " + stack.clickHouseUser());
        line("Flink", stack.flinkUrl().isEmpty() ? "does not run" : stack.flinkUrl());
        line("Process", stack.processId() + ", since " + stack.started());
    }

    private void tellJobs(StackAddresses stack) {
        if (stack.flinkUrl().isEmpty()) {
            return;
        }
        FlinkJobs flink = new FlinkJobs(URI.create(stack.flinkUrl()));
        ClickHouse server = server(stack);
        for (String job :
                List.of(CohortMetricsJob.NAME, AttributionJob.NAME, EventArchiveJob.NAME)) {
            line("Job", job + ", " + flink.state(job).orElse("not started"));
            tellPublished(server.rows(PUBLISHED, Map.of("job", job)).get(0));
        }
        line("Proof", ofResults(server.value(UNPROVEN_RESULTS, Map.of())));
        line("", ofDeals(server.value(UNPROVEN_DEALS, Map.of())));
    }

    private static String ofResults(String unproven) {
        return switch (unproven) {
            case "0" -> "every result is the sum of its ledger";
            case "1" -> "1 result is not the sum of its ledger (view ledger_difference)";
            default ->
                    "%s results are not the sums of their ledgers (view ledger_difference)"
                            .formatted(grouped(unproven));
        };
    }

    private static String ofDeals(String unproven) {
        return switch (unproven) {
            case "0" -> "the credits of every won deal are its amount";
            case "1" -> "the credits of 1 deal are not its amount (view attribution_proof)";
            default ->
                    "the credits of %s deals are not their amounts (view attribution_proof)"
                            .formatted(grouped(unproven));
        };
    }

    private void tellPublished(List<String> published) {
        if (published.get(0).equals("0")) {
            line("  published", "nothing yet");
            return;
        }
        line(
                "  published",
                "checkpoint %s at %s, %s s ago"
                        .formatted(published.get(0), published.get(1), published.get(2)));
        line("  records", grouped(published.get(3)));
        line("  duplicates", grouped(published.get(4)));
        line("  dead letters", grouped(published.get(5)));
    }

    private ClickHouse server(StackAddresses stack) {
        return clickHouse.isGiven()
                ? clickHouse.given()
                : clickHouse.at(stack.clickHouseUrl(), LocalStack.credentials(data.directory()));
    }

    private void line(String name, String value) {
        console.result("@|bold %s|@%s%s".formatted(name, " ".repeat(16 - name.length()), value));
    }

    private static String grouped(String number) {
        return Console.count(Long.parseLong(number));
    }
}
