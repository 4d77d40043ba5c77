package io.enablement.cli;

import io.enablement.cli.attribution.AttributeCommand;
import io.enablement.cli.audit.AuditCommand;
import io.enablement.cli.backup.BackupCommand;
import io.enablement.cli.backup.RestoreCommand;
import io.enablement.cli.bench.BenchCommand;
import io.enablement.cli.clickhouse.MigrateCommand;
import io.enablement.cli.clickhouse.QueryCommand;
import io.enablement.cli.console.Failure;
import io.enablement.cli.console.Logging;
import io.enablement.cli.dashboard.DashboardCommand;
import io.enablement.cli.effect.EffectCommand;
import io.enablement.cli.effect.EffectCoverageCommand;
import io.enablement.cli.events.LoadCommand;
import io.enablement.cli.events.RefillCommand;
import io.enablement.cli.events.SimulateCommand;
import io.enablement.cli.events.ValidateCommand;
import io.enablement.cli.explain.ExplainCommand;
import io.enablement.cli.explain.RestatementsCommand;
import io.enablement.cli.feasibility.FeasibleCommand;
import io.enablement.cli.generations.ActivateCommand;
import io.enablement.cli.generations.CompareCommand;
import io.enablement.cli.generations.GenerationsCommand;
import io.enablement.cli.generations.RollbackCommand;
import io.enablement.cli.impact.DueCommand;
import io.enablement.cli.impact.ImpactCommand;
import io.enablement.cli.impact.VerifyCommand;
import io.enablement.cli.letters.DeadLettersCommand;
import io.enablement.cli.people.ForgetCommand;
import io.enablement.cli.people.NamesCommand;
import io.enablement.cli.runs.DemoCommand;
import io.enablement.cli.runs.ProcessCommand;
import io.enablement.cli.scorecard.GlossaryCommand;
import io.enablement.cli.scorecard.ScorecardCommand;
import io.enablement.cli.stack.DownCommand;
import io.enablement.cli.stack.DropCommand;
import io.enablement.cli.stack.RebuildCommand;
import io.enablement.cli.stack.StatusCommand;
import io.enablement.cli.stack.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The command line of the pipeline. */
@Command(
        name = "enablement",
        description = "Shows what sales-enablement programmes do to sales results.",
        version = "Enablement Impact 1.0.0-SNAPSHOT",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done, but there are dead letters or no proof (with --strict), differences (compare,"
                    + " verify) or evaluations to make (due)",
            "2:the command or its files cannot be used",
            "3:failed"
        },
        footer = {
            "",
            "Most options have a variable: ENABLEMENT_DATA for --data, ENABLEMENT_KAFKA for"
                    + " --kafka. An option overrides its variable."
        },
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            StatusCommand.class,
            DownCommand.class,
            LoadCommand.class,
            ProcessCommand.class,
            QueryCommand.class,
            DashboardCommand.class,
            ScorecardCommand.class,
            ExplainCommand.class,
            RestatementsCommand.class,
            AttributeCommand.class,
            FeasibleCommand.class,
            ImpactCommand.class,
            DueCommand.class,
            VerifyCommand.class,
            EffectCommand.class,
            EffectCoverageCommand.class,
            AuditCommand.class,
            GlossaryCommand.class,
            DeadLettersCommand.class,
            RefillCommand.class,
            GenerationsCommand.class,
            RebuildCommand.class,
            CompareCommand.class,
            ActivateCommand.class,
            RollbackCommand.class,
            DropCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            NamesCommand.class,
            ForgetCommand.class,
            MigrateCommand.class,
            SimulateCommand.class,
            ValidateCommand.class,
            BenchCommand.class
        })
public final class Main {

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more, with the stack trace of a failure.")
    private boolean verbose;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        Main main = new Main();
        return new CommandLine(main)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(main::run)
                .setParameterExceptionHandler(Main::refuse)
                .setExecutionExceptionHandler(main::fail);
    }

    private int run(ParseResult command) {
        if (verbose) {
            Logging.sayMore();
        }
        return new RunLast().execute(command);
    }

    private static int refuse(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        say(command, problem.getMessage());
        command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help");
        return Failure.BAD_USAGE;
    }

    private int fail(Exception problem, CommandLine command, ParseResult parsed) {
        Failure failure = Failure.of(problem);
        say(command, failure.sentence());
        if (verbose) {
            problem.printStackTrace(command.getErr());
        }
        return failure.exitCode();
    }

    private static void say(CommandLine command, String sentence) {
        command.getErr().println(command.getColorScheme().errorText(sentence));
    }
}
