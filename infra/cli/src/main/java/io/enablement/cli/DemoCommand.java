package io.enablement.cli;

import io.enablement.intake.EventFile;
import io.enablement.local.LocalStack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the product on the events of a small sales organisation. */
@Command(
        name = "demo",
        description = "Process the events of a small sales organisation and print its scorecards.")
final class DemoCommand implements Callable<Integer> {

    private static final String EVENTS = "demo-events.jsonl";

    private static final String COHORTS =
            """
            SELECT
                programme_id AS programme, cohort, period AS quarter, reps,
                deals_won AS won, deals_lost AS lost,
                round(close_rate_count, 3) AS close_rate,
                round(won_amount_minor / 100) AS won_amount,
                cycle_days_won_median AS cycle_days
            FROM cohort_scorecard
            WHERE basis = 'completed' AND period_kind = 'quarter' AND deal_type = 'all'
                AND deals_won + deals_lost > 0
            ORDER BY programme, cohort, quarter
            """;

    private static final String TEAMS =
            """
            SELECT
                team, period AS quarter, reps,
                deals_won AS won, deals_lost AS lost,
                round(close_rate_count, 3) AS close_rate,
                round(won_amount_minor / 100) AS won_amount,
                round(quota_attainment, 3) AS attainment,
                round(sales_velocity_minor / 100) AS velocity_per_day
            FROM team_scorecard
            WHERE period_kind = 'quarter' AND deal_type = 'all'
                AND deals_won + deals_lost > 0
            ORDER BY team, quarter
            """;

    private final Console console = Console.standard();

    @Mixin private StackOptions stack;
    @Mixin private JobOptions job;

    @Override
    public Integer call() throws IOException {
        job.check();
        Path file = Files.createTempFile("demo-events", ".jsonl");
        try (InputStream events = DemoCommand.class.getResourceAsStream(EVENTS)) {
            Files.copy(events, file, StandardCopyOption.REPLACE_EXISTING);
            show(file);
            return 0;
        } finally {
            Files.delete(file);
        }
    }

    private void show(Path file) {
        console.step("Starting the stack on " + stack.directory());
        try (EventFile events = EventFile.jsonLines(file);
                LocalStack local = stack.open()) {
            new ProcessRun(stack, job, console).through(local, events).print(console);
            ClickHouse clickHouse = stack.servers(local).clickHouse();
            show("Programmes: what their cohorts won, by quarter", COHORTS, clickHouse);
            show("Teams, by quarter", TEAMS, clickHouse);
        }
    }

    private void show(String title, String sql, ClickHouse clickHouse) {
        console.result("\n@|bold " + title + "|@");
        String format = console.isTerminal() ? "PrettyCompact" : "PrettyCompactNoEscapes";
        clickHouse.write(sql, Map.of(), format, System.out);
    }
}
