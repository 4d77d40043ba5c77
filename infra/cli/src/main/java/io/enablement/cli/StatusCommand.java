package io.enablement.cli;

import io.enablement.local.LocalStack;
import io.enablement.local.StackAddresses;
import io.enablement.streaming.job.CohortMetricsJob;
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
                "Show where the stack on DIR listens, how its job is and what it has published.")
final class StatusCommand implements Callable<Integer> {

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
        tellJob(running.get());
        return 0;
    }

    private void tellPlace(StackAddresses stack) {
        line("Kafka", stack.kafkaServers());
        line("ClickHouse", stack.clickHouseUrl() + "  user " + stack.clickHouseUser());
        line("Flink", stack.flinkUrl().isEmpty() ? "does not run" : stack.flinkUrl());
        line("Process", stack.processId() + ", since " + stack.started());
    }

    private void tellJob(StackAddresses stack) {
        if (stack.flinkUrl().isEmpty()) {
            return;
        }
        FlinkJobs jobs = new FlinkJobs(URI.create(stack.flinkUrl()));
        line("Job", jobs.state(CohortMetricsJob.NAME).orElse("not started"));
        List<String> published =
                server(stack).rows(PUBLISHED, Map.of("job", CohortMetricsJob.NAME)).get(0);
        if (published.get(0).equals("0")) {
            line("Published", "nothing yet");
            return;
        }
        line(
                "Published",
                "checkpoint %s at %s, %s s ago"
                        .formatted(published.get(0), published.get(1), published.get(2)));
        line("Records", grouped(published.get(3)));
        line("Duplicates", grouped(published.get(4)));
        line("Dead letters", grouped(published.get(5)));
    }

    private ClickHouse server(StackAddresses stack) {
        return clickHouse.isGiven()
                ? clickHouse.given()
                : clickHouse.at(stack.clickHouseUrl(), LocalStack.credentials(data.directory()));
    }

    private void line(String name, String value) {
        console.result("@|bold %s|@%s%s".formatted(name, " ".repeat(14 - name.length()), value));
    }

    private static String grouped(String number) {
        return Console.count(Long.parseLong(number));
    }
}
