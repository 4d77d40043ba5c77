package io.enablement.cli.feasibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class FeasibilityFileTest {

    @Test
    void aRowForTheQuestionOneForEachMonthAndOneForEachNumberOfReps() {
        List<String> lines =
                written(out -> FeasibilityFile.writeCsv(FeasibilityTextTest.question(200, 1), out))
                        .lines()
                        .toList();

        assertThat(lines.get(0))
                .isEqualTo(
                        "by,months,reps,results_per_rep,design_effect,independent_needed_treated,independent_needed_control,needed_treated,needed_control,reps_needed,months_needed,detectable_lift,power,verdict");
        assertThat(lines.get(1))
                .startsWith("question,1,200,10.0,1.45,1248,1248,1810,1810,362,4,0.067")
                .endsWith(",provable_later");
        assertThat(lines.stream().filter(line -> line.startsWith("months,"))).hasSize(10);
        assertThat(lines.stream().filter(line -> line.startsWith("reps,"))).hasSize(7);
    }

    @Test
    void whatIsUnknownIsEmptyOrNull() throws IOException {
        String csv =
                written(out -> FeasibilityFile.writeCsv(FeasibilityTextTest.question(100, 1), out));
        JsonNode json =
                new ObjectMapper()
                        .readTree(
                                written(
                                        out ->
                                                FeasibilityFile.writeJson(
                                                        FeasibilityTextTest.question(100, 1),
                                                        out)));

        assertThat(csv).contains("question,1,100,10.0,1.45,1248,1248,1810,1810,362,,");
        assertThat(json.at("/answer/months_needed").isNull()).isTrue();
        assertThat(json.at("/answer/verdict").asText()).isEqualTo("more_reps_needed");
        assertThat(json.at("/question/baseline").asDouble()).isEqualTo(.25);
        assertThat(json.at("/sentence").asText()).startsWith("Not provable with 100 reps");
        assertThat(json.at("/by_months").size()).isEqualTo(9);
    }

    private static String written(Consumer<PrintStream> file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
