package io.enablement.cli.letters;

import io.enablement.cli.console.UsageException;
import io.enablement.domain.event.Rejection.Reason;
import io.enablement.intake.Topics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which dead letters a command is about. */
final class LetterFilter {

    /** The letters of the filter in {@code current_dead_letter}. */
    static final String CONDITION =
            """
            ({reasons:String} = '' OR has(splitByChar(',', {reasons:String}), toString(reason)))
            AND ({topics:String} = '' OR has(splitByChar(',', {topics:String}), toString(topic)))
            """;

    @Option(
            names = "--reason",
            paramLabel = "NAME",
            split = ",",
            description = "Those of these reasons, for example unknown_schema.")
    private List<String> reasons = List.of();

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            split = ",",
            description = "Those of these topics, for example deal-events.")
    private List<String> topics = List.of();

    Map<String, String> parameters() {
        check("reason", reasons, Arrays.stream(Reason.values()).map(Reason::label).toList());
        check("topic", topics, Topics.names());
        Map<String, String> parameters = new HashMap<>();
        parameters.put("reasons", String.join(",", reasons));
        parameters.put("topics", String.join(",", topics));
        return parameters;
    }

    private static void check(String what, List<String> given, List<String> known) {
        for (String name : given) {
            if (!known.contains(name)) {
                throw new UsageException(
                        "There is no %s %s; there are %s"
                                .formatted(what, name, String.join(", ", known)));
            }
        }
    }
}
