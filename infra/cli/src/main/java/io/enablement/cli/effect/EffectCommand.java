package io.enablement.cli.effect;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.FormatOption;
import io.enablement.cli.console.RunException;
import io.enablement.impact.did.Estimation;
import io.enablement.impact.panel.Panel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Estimates what a programme caused, from any panel. */
@Command(
        name = "effect",
        description = {
            "Estimate what a programme caused, from any panel, or say that it cannot be proved.",
            "Group-time average treatment effects (Callaway and Sant'Anna 2021): how the outcome of those who start together has changed since, beyond the change of those who have not started."
        },
        footer = {
            "",
            "Examples:",
            "  enablement effect --panel panel.csv --unit rep --time month --outcome won_amount --cohort trained --cluster team",
            "  enablement effect --panel panel.csv --unit rep --time month --outcome won --cohort trained --covariates tenure,quota --mde 0.5 --svg effect.svg",
            "  enablement effect --panel panel.csv --unit rep --time month --outcome won --cohort trained --format csv"
        })
public final class EffectCommand implements Callable<Integer> {

    private final Console console = Console.standard();

    @Mixin private PanelOptions panel;

    @Mixin private EstimationOptions options;

    @Mixin private FormatOption format;

    @Option(
            names = "--svg",
            paramLabel = "FILE",
            description = "Also draw the effects by time since the start into this file.")
    private Path svg;

    @Override
    public Integer call() {
        Estimation estimation = options.estimation();
        double mde = options.mde();
        console.progress("Reading the panel");
        Panel read = panel.read();
        Answer answer = Answer.of(read, estimation, mde, console::progress);
        switch (format.chosen()) {
            case CSV -> EffectFile.writeCsv(answer, System.out);
            case JSON -> EffectFile.writeJson(answer, System.out);
            case TABLE -> new EffectPrinter(console).print(answer, panel.outcome());
        }
        System.out.flush();
        draw(answer);
        return 0;
    }

    private void draw(Answer answer) {
        if (svg == null) {
            return;
        }
        try {
            Files.writeString(
                    svg, EventStudySvg.of(answer, panel.outcome()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RunException("The chart cannot be written to " + svg + ": " + e, e);
        }
        console.step("Drawn into " + svg);
    }
}
