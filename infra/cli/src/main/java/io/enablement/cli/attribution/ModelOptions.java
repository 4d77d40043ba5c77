package io.enablement.cli.attribution;

import io.enablement.cli.console.UsageException;
import io.enablement.domain.attribution.RuleModel;
import io.enablement.impact.journeys.Bootstrap;
import io.enablement.impact.journeys.CreditModel;
import io.enablement.impact.journeys.Markov;
import io.enablement.impact.journeys.ModelRun;
import io.enablement.impact.journeys.RuleCredit;
import io.enablement.impact.journeys.Shapley;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which models divide the credit, and how sure their shares are. */
final class ModelOptions {

    static final String NOTE = "decomposition of what happened together, not proof of cause";

    private static final String MARKOV = "markov";
    private static final String SHAPLEY = "shapley";
    private static final List<String> OF_PIPELINE = with(List.of(MARKOV, SHAPLEY), rule -> true);
    private static final List<String> OF_PATHS =
            with(List.of(MARKOV, SHAPLEY), RuleCredit.TIMELESS::contains);

    @Option(
            names = "--models",
            paramLabel = "ID",
            split = ",",
            description =
                    "first, last, linear, position, markov, shapley; of journeys with times also time_decay and w_shaped (default: all there are).")
    private List<String> models = List.of();

    @Option(
            names = "--order",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "How many channels markov remembers, 1 or 2 (default: ${DEFAULT-VALUE}). 2 has up to n² states: for dozens of channels, not hundreds.")
    private int order;

    @Option(
            names = "--bootstrap",
            paramLabel = "N",
            defaultValue = "200",
            description =
                    "How often journeys are drawn again for the intervals; 0 for none (default: ${DEFAULT-VALUE}).")
    private int draws;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "The same seed draws the same journeys (default: ${DEFAULT-VALUE}).")
    private long seed;

    /** The models that need no times, as they were asked for. */
    List<CreditModel> ofPaths() {
        return names(OF_PATHS).stream().map(this::ofPaths).toList();
    }

    /** Markov and Shapley as they are computed over the pipeline's journeys. */
    ModelRun ofPipeline() {
        return new ModelRun(markov().order(), draws(), seed);
    }

    List<String> namesOfPipeline() {
        return names(OF_PIPELINE);
    }

    Bootstrap bootstrap() {
        return new Bootstrap(draws(), seed);
    }

    int draws() {
        if (draws < 0) {
            throw new UsageException("--bootstrap is " + draws + "; 0 draws none");
        }
        return draws;
    }

    private List<String> names(List<String> all) {
        if (models.isEmpty()) {
            return all;
        }
        List<String> names =
                models.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        for (String name : names) {
            if (!OF_PIPELINE.contains(name)) {
                throw new UsageException(
                        "There is no model '%s' (--models): %s"
                                .formatted(name, String.join(", ", all)));
            }
            if (!all.contains(name)) {
                throw new UsageException(
                        "%s needs the times of the touches, which a path table does not have: ask it of the pipeline's journeys, without --paths"
                                .formatted(name));
            }
        }
        return names;
    }

    private CreditModel ofPaths(String name) {
        return switch (name) {
            case MARKOV -> markov();
            case SHAPLEY -> new Shapley();
            default -> new RuleCredit(RuleModel.valueOf(name.toUpperCase(Locale.ROOT)));
        };
    }

    private Markov markov() {
        if (order != 1 && order != 2) {
            throw new UsageException("--order is " + order + "; markov remembers 1 or 2 channels");
        }
        return new Markov(order);
    }

    private static List<String> with(List<String> dataDriven, Predicate<RuleModel> rules) {
        return Stream.concat(
                        Arrays.stream(RuleModel.values()).filter(rules).map(RuleModel::label),
                        dataDriven.stream())
                .toList();
    }
}
