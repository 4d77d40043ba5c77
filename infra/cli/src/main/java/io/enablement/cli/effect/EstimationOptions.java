package io.enablement.cli.effect;

import io.enablement.cli.console.UsageException;
import io.enablement.impact.did.BasePeriod;
import io.enablement.impact.did.Controls;
import io.enablement.impact.did.Estimation;
import io.enablement.impact.did.Method;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How effects are estimated. */
final class EstimationOptions {

    @Option(
            names = "--controls",
            paramLabel = "WHO",
            defaultValue = "not-yet",
            converter = ControlsName.class,
            description =
                    "never: units that never start; not-yet: those that have not started at that time as well (default: ${DEFAULT-VALUE}).")
    private Controls controls;

    @Option(
            names = "--base",
            paramLabel = "PERIOD",
            defaultValue = "varying",
            description =
                    "What periods before the start are compared with. varying: the one before each; universal: the last before the start (default: ${DEFAULT-VALUE}).")
    private BasePeriod base;

    @Option(
            names = "--anticipation",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Periods before the start in which units may act differently already (default: ${DEFAULT-VALUE}).")
    private int anticipation;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "dr",
            description =
                    "With covariates. dr: doubly robust; reg: outcome regression; ipw: weighting (default: ${DEFAULT-VALUE}).")
    private Method method;

    @Option(
            names = "--unbalanced",
            description =
                    "Keep units that were not observed in every period; each cell has its own means.")
    private boolean unbalanced;

    @Option(
            names = "--bootstrap",
            paramLabel = "N",
            defaultValue = "999",
            description =
                    "Draws for bands that hold for all points at once, and for randomisation inference; 0 for none (default: ${DEFAULT-VALUE}).")
    private int draws;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "The same seed draws the same (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--level",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "Of intervals and bands (default: ${DEFAULT-VALUE}).")
    private double level;

    @Option(
            names = "--mde",
            paramLabel = "NUMBER",
            description =
                    "The smallest effect worth finding, as stated before the start; without it, no effect cannot be told from too little data.")
    private Double mde;

    Estimation estimation() {
        try {
            return new Estimation(
                    controls, base, anticipation, method, unbalanced, draws, seed, level);
        } catch (IllegalArgumentException e) {
            throw new UsageException("The options cannot be used: " + e.getMessage(), e);
        }
    }

    /** NaN where none was stated. */
    double mde() {
        if (mde == null) {
            return Double.NaN;
        }
        if (!(mde > 0 && mde < Double.POSITIVE_INFINITY)) {
            throw new UsageException("--mde is " + mde + "; an effect worth finding is above 0");
        }
        return mde;
    }

    /** never and not-yet. */
    static final class ControlsName implements ITypeConverter<Controls> {

        @Override
        public Controls convert(String name) {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "never" -> Controls.NEVER;
                case "not-yet" -> Controls.NOT_YET;
                default ->
                        throw new TypeConversionException(
                                "there are no controls '" + name + "': never or not-yet");
            };
        }
    }
}
