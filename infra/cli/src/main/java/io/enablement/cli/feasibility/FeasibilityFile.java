package io.enablement.cli.feasibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.enablement.impact.experiment.Feasibility;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The answer for programs: the asked row, then those with other months and other reps. */
final class FeasibilityFile {

    private static final List<String> COLUMNS =
            List.of(
                    "by",
                    "months",
                    "reps",
                    "results_per_rep",
                    "design_effect",
                    "independent_needed_treated",
                    "independent_needed_control",
                    "needed_treated",
                    "needed_control",
                    "reps_needed",
                    "months_needed",
                    "detectable_lift",
                    "power",
                    "verdict");

    private FeasibilityFile() {}

    /**
     * @param sentence the verdict in words
     * @param detectableWithoutEnd the least lift that these reps would show in the end
     */
    private record Answer(
            Question question,
            String sentence,
            Double detectableWithoutEnd,
            FeasibilityRow answer,
            List<FeasibilityRow> byMonths,
            List<FeasibilityRow> byReps) {}

    private record Question(
            long reps,
            double resultsPerRepAndMonth,
            double baseline,
            double lift,
            int months,
            double icc,
            double unevenness,
            double power,
            double alpha,
            double shareTreated) {

        static Question of(Feasibility asked) {
            return new Question(
                    asked.audience().reps(),
                    asked.audience().resultsPerMonth(),
                    asked.outcome().baseline(),
                    asked.lift(),
                    asked.months(),
                    asked.audience().correlation(),
                    asked.audience().unevenness(),
                    asked.plan().power(),
                    asked.plan().alpha(),
                    asked.plan().shareTreated());
        }
    }

    static void writeCsv(Feasibility asked, PrintStream out) {
        FeasibilityCurve curve = FeasibilityCurve.around(asked);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            Stream.of(
                            rows("question", List.of(asked)),
                            rows("months", curve.byMonths()),
                            rows("reps", curve.byReps()))
                    .flatMap(List::stream)
                    .forEach(row -> csv.writeRecord(fields(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(text);
    }

    static void writeJson(Feasibility asked, PrintStream out) {
        FeasibilityCurve curve = FeasibilityCurve.around(asked);
        Answer answer =
                new Answer(
                        Question.of(asked),
                        new FeasibilityText(asked).verdict(),
                        asked.detectableWithoutEnd().stream().boxed().findFirst().orElse(null),
                        FeasibilityRow.of("question", asked),
                        rows("months", curve.byMonths()),
                        rows("reps", curve.byReps()));
        ObjectMapper json =
                JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .build();
        try {
            out.println(json.writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written", e);
        }
    }

    private static List<FeasibilityRow> rows(String by, List<Feasibility> points) {
        return points.stream().map(point -> FeasibilityRow.of(by, point)).toList();
    }

    private static List<String> fields(FeasibilityRow row) {
        return Stream.of(
                        row.by(),
                        row.months(),
                        row.reps(),
                        row.resultsPerRep(),
                        row.designEffect(),
                        row.independentNeededTreated(),
                        row.independentNeededControl(),
                        row.neededTreated(),
                        row.neededControl(),
                        row.repsNeeded(),
                        row.monthsNeeded(),
                        row.detectableLift(),
                        row.power(),
                        row.verdict())
                .map(field -> Objects.toString(field, ""))
                .toList();
    }
}
