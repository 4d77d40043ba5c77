package io.enablement.cli.attribution;

import io.enablement.cli.console.UsageException;
import io.enablement.domain.attribution.RuleModel;
import io.enablement.impact.journeys.Bootstrap;
import io.enablement.impact.journeys.CreditModel;
import io.enablement.impact.journeys.Markov;
import io.enablement.impact.journeys.RuleCredit;
import io.enablement.impact.journeys.Shapley;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Which models divide the credit, and how sure their shares are. */
final class ModelOptions {

    static final String NOTE = "decomposition of what happened together, not proof of cause";

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
        return models.isEmpty()
                ? List.of(
                        new RuleCredit(RuleModel.FIRST),
                        new RuleCredit(RuleModel.LAST),
                        new RuleCredit(RuleModel.LINEAR),
                        new RuleCredit(RuleModel.POSITION),
                        markov(),
                        new Shapley())
                : models.stream().map(this::ofPaths).toList();
    }

    Bootstrap bootstrap() {
        if (draws < 0) {
            throw new UsageException("--bootstrap is " + draws + "; 0 draws none");
        }
        return new Bootstrap(draws, seed);
    }

    int draws() {
        return draws;
    }

    private CreditModel ofPaths(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "markov" -> markov();
            case "shapley" -> new Shapley();
            default -> rule(name.strip());
        };
    }

    private CreditModel rule(String name) {
        RuleModel rule =
                Arrays.stream(RuleModel.values())
                        .filter(each -> each.label().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "There is no model '%s' (--models): first, last, linear, position, markov, shapley"
                                                        .formatted(name)));
        if (!RuleCredit.TIMELESS.contains(rule)) {
            throw new UsageException(
                    "%s needs the times of the touches, which a path table does not have: ask it of the pipeline's journeys, without --paths"
                            .formatted(rule.label()));
        }
        return new RuleCredit(rule);
    }

    private Markov markov() {
        if (order != 1 && order != 2) {
            throw new UsageException("--order is " + order + "; markov remembers 1 or 2 channels");
        }
        return new Markov(order);
    }
}
