package io.enablement.cli.runs;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.StopSignal;
import io.enablement.cli.console.UsageException;
import io.enablement.cli.events.OrganisationOptions;
import io.enablement.cli.impact.Verdicts;
import io.enablement.cli.scorecard.AttributionPrinter;
import io.enablement.cli.scorecard.Glossary;
import io.enablement.cli.scorecard.Metric;
import io.enablement.cli.scorecard.PeriodKind;
import io.enablement.cli.scorecard.ScorecardCommand;
import io.enablement.cli.scorecard.ScorecardPrinter;
import io.enablement.cli.scorecard.ScorecardQuestion;
import io.enablement.cli.scorecard.Subjects;
import io.enablement.cli.stack.JobOptions;
import io.enablement.cli.stack.RunningStack;
import io.enablement.cli.stack.StackOptions;
import io.enablement.dashboard.Dashboard;
import io.enablement.domain.cohort.Basis;
import io.enablement.intake.EventFile;
import io.enablement.local.LocalStack;
import io.enablement.simulation.SimulationSettings;
import io.enablement.streaming.job.JobSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the product on a simulated sales organisation. */
@Command(
        name = "demo",
        description = {
            "Simulate a sales organisation, take its events the whole way, print scorecards, and"
                    + " stay up.",
            "The organisation stays in DIR/demo. A second demo on DIR sends the same events again:"
                    + " duplicates, which change nothing."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final Basis BASIS = Basis.ASSIGNED;
    private static final int SHOWN_COHORTS = 2;
    private static final List<String> METRICS = ScorecardCommand.READABLE;

    private final Console console = Console.standard();

    @Mixin private OrganisationOptions size;

    @Option(names = "--exit", description = "End after the scorecards.")
    private boolean exit;

    @Mixin private StackOptions stack;
    @Mixin private JobOptions job;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DemoOrganisation organisation = organisation();
        job.useRates(DemoOrganisation.CURRENCY, organisation.rates());
        simulate(organisation);
        console.step("Starting the stack on " + stack.directory());
        try (StopSignal signal = new StopSignal()) {
            try (EventFile events = EventFile.jsonLines(organisation.events());
                    LocalStack local = stack.open()) {
                RunningStack running = RunningStack.start(local, stack, job, console);
                process(events, running);
                show(running.servers().clickHouse());
                finish(running, organisation, signal);
            }
            console.step("Stopped");
            signal.workIsClosed();
        }
        return 0;
    }

    private DemoOrganisation organisation() throws IOException {
        if (stack.running().isPresent()) {
            throw new UsageException(
                    "A stack runs on %1$s; ask it with scorecard, or end it: infra/enablement down --data %1$s"
                            .formatted(stack.directory()));
        }
        JobSettings settings = job.check();
        int fiscalYearStart = settings.rules().calendar().fiscalYearStart();
        SimulationSettings simulation = size.standard().withFiscalYearStart(fiscalYearStart);
        return DemoOrganisation.of(stack.directory(), simulation);
    }

    private void simulate(DemoOrganisation organisation) throws IOException {
        if (organisation.isWritten()) {
            console.step("The organisation is there already: " + organisation.events());
            return;
        }
        console.step("Simulating a sales organisation");
        organisation.write(
                events -> console.progress("Simulating: " + Console.count(events) + " events"));
    }

    private void process(EventFile events, RunningStack running) {
        new ProcessRun(stack, job, console)
                .through(running.addresses(), running.servers(), events)
                .print(console);
    }

    private void show(ClickHouse clickHouse) {
        Subjects subjects = Subjects.of(clickHouse);
        ScorecardPrinter printer = new ScorecardPrinter(clickHouse, subjects, console);
        List<Metric> metrics = Glossary.of(clickHouse, "cohort_scorecard").choose(METRICS);
        console.plain("");
        printer.print(ScorecardQuestion.company(PeriodKind.YEAR), metrics);
        printer.print(largestCohorts(clickHouse, subjects), metrics);
        console.plain(
                "Each programme with its %d largest cohorts; controls are reps whom it has not reached."
                        .formatted(SHOWN_COHORTS));
        console.plain("A difference between them is no proof of an effect.");
        console.plain("");
        new AttributionPrinter(clickHouse, subjects, console).print();
        console.plain("");
        new Verdicts(clickHouse, console).print(stack.directory(), DemoOrganisation.MARGIN);
    }

    private static ScorecardQuestion largestCohorts(ClickHouse clickHouse, Subjects subjects) {
        List<String> programmes = List.copyOf(subjects.programmes().keySet());
        List<String> largest = new ArrayList<>();
        for (String programme : programmes) {
            Subjects.cohorts(clickHouse, programme, BASIS).stream()
                    .limit(SHOWN_COHORTS)
                    .forEach(cohort -> largest.add(programme + "/" + cohort));
        }
        return new ScorecardQuestion(programmes, "", BASIS, largest, PeriodKind.YEAR, "");
    }

    private void finish(RunningStack running, DemoOrganisation organisation, StopSignal signal)
            throws InterruptedException {
        if (exit) {
            running.stop();
            tellHowToGoOn(organisation);
            return;
        }
        console.plain("");
        try (Dashboard dashboard = running.openDashboard()) {
            running.tell(dashboard.url().toString());
            tellWhatToTry(organisation);
            tellHowToGoOn(organisation);
            signal.listen();
            running.awaitStop(signal);
        }
    }

    private void tellWhatToTry(DemoOrganisation organisation) {
        Path data = stack.directory();
        console.result("@|bold Try|@, from another terminal");
        console.plain("  infra/enablement scorecard --programme prog-discovery --data " + data);
        console.plain("  infra/enablement impact --programme prog-discovery --data " + data);
        console.plain(
                "  infra/enablement load %s --data %s".formatted(organisation.events(), data));
        console.plain(
                "  infra/enablement query \"SELECT rep_id, subject, amount, cause_id FROM"
                        + " current_rep_ledger WHERE part = 'won_amount' AND month = '2026-03-01' LIMIT"
                        + " 9\" --data "
                        + data);
    }

    private void tellHowToGoOn(DemoOrganisation organisation) {
        console.result("@|bold Later|@");
        console.plain(
                "  infra/enablement up %s --data %s"
                        .formatted(String.join(" ", job.decisions()), stack.directory()));
        console.plain("  The true effects are in " + organisation.truth());
    }
}
