package io.enablement.impact.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.enablement.impact.UnusableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PathTableTest {

    private static final String HEADER =
            "path,total_conversions,total_conversion_value,total_null\n";

    @TempDir private Path folder;

    @Test
    void readsPathsWithTheirCounts() {
        assertThat(read(HEADER + "\"eta > iota > eta\",2,3.5,6\nalpha,0,0,1\n"))
                .containsExactly(
                        new Journey(List.of("eta", "iota", "eta"), 2, 6, 3.5),
                        new Journey(List.of("alpha"), 0, 1, 0));
    }

    @Test
    void readsColumnsInAnyOrderAndWithoutValuesAndLosses() {
        assertThat(read("\uFEFFtotal_conversions,note,path\n1e+05,x,A > B\n"))
                .containsExactly(new Journey(List.of("A", "B"), 100_000, 0, 0));
    }

    @Test
    void separatesByWhatItIsTold() {
        assertThat(PathTable.read(file(HEADER + "A>B > C,1,1,0\n"), ">"))
                .containsExactly(new Journey(List.of("A", "B", "C"), 1, 0, 1));
    }

    @Test
    void namesTheLineOfAnEmptyPath() {
        assertThat(problems(HEADER + "A,1,1,0\n ,1,1,0\nA >  > B,1,1,0\n"))
                .containsExactly(
                        "line 3, column path: is empty; a journey without touches has no channel to credit",
                        "line 4, column path: has an empty channel at place 2; remove a separator ' > '");
    }

    @Test
    void namesTheLikelySeparatorWhereNothingIsSeparated() {
        assertThat(problems(HEADER + "A,1,1,0\nA->B,1,1,0\nB|A,1,1,0\n"))
                .containsExactly(
                        "line 3, column path: no path holds the separator ' > ', but this one holds '->'; name the right one with --separator");
        assertThat(problems(HEADER + "A>B,1,1,0\n"))
                .containsExactly(
                        "line 2, column path: no path holds the separator ' > ', but this one holds '>'; name the right one with --separator");
    }

    @Test
    void namesAPathWhoseSeparatorLacksItsSpaces() {
        assertThat(problems(HEADER + "A > B,1,1,0\nA >B > C,1,1,0\n"))
                .containsExactly(
                        "line 3, column path: the channel 'A >B' holds '>'; write the separator ' > ' there, or name another with --separator");
    }

    @Test
    void pathsOfOneChannelAreNoMistake() {
        assertThat(read(HEADER + "A,1,1,0\nB,0,0,1\n")).hasSize(2);
    }

    @Test
    void namesEveryCountThatIsNone() {
        assertThat(problems(HEADER + "A,-1,1,0\nA,1,x,1.5\nA,1,1,\nA,0,2,1\nA,1e400,1,0\n"))
                .containsExactly(
                        "line 2, column total_conversions: is -1; counts and values go from 0 to 10^15",
                        "line 3, column total_conversion_value: is 'x', not a number; write it like 12 or 12.50",
                        "line 3, column total_null: is '1.5', not a whole number",
                        "line 4, column total_null: is empty; write 0 for none",
                        "line 5, column total_conversion_value: is not 0, but total_conversions is; correct one",
                        "line 6, column total_conversions: is 1e400; counts and values go from 0 to 10^15");
    }

    @Test
    void namesTheColumnThatIsMissing() {
        assertThat(problems("path;conversions\nA;1\n"))
                .containsExactly(
                        "line 1: there is no column path, only path;conversions; name the columns path,total_conversions,total_conversion_value,total_null",
                        "line 1: there is no column total_conversions, only path;conversions; name the columns path,total_conversions,total_conversion_value,total_null");
        assertThat(problems("path,total_conversions,path\n"))
                .containsExactly("line 1: the column path is there twice; remove one");
    }

    @Test
    void saysWhyALineHasTooManyFields() {
        assertThat(problems(HEADER + "A, B,1,1,0\n"))
                .containsExactly("line 2: has 5 fields, not 4; quote paths that contain commas");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(problems(""))
                .containsExactly(
                        "it is empty; its first line has to name the columns path,total_conversions,total_conversion_value,total_null");
        assertThat(problems(HEADER)).containsExactly("it has no paths below its first line");
    }

    @Test
    void saysThatAFileIsNoTable() throws IOException {
        Path bytes = folder.resolve("latin.csv");
        Files.write(bytes, (HEADER + "Dübel,1,1,0\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems(bytes)).containsExactly("it is not text in UTF-8; save it as UTF-8");
        assertThat(problems(HEADER + "\"A > B,1,1,0\n"))
                .singleElement()
                .asString()
                .contains("line 2");
        assertThat(problems(folder.resolve("none.csv"))).containsExactly("there is no such file");
    }

    @Test
    void showsTheFirstTwentyProblemsOfMany() {
        UnusableFileException problem = exception(file(HEADER + "A,x,0,0\n".repeat(50)));

        assertThat(problem.problems()).hasSize(50);
        assertThat(problem.getMessage())
                .startsWith("The path table " + folder)
                .contains("\n- line 21, column total_conversions: is 'x'")
                .doesNotContain("line 22")
                .endsWith("\n- … and 30 more");
    }

    private List<Journey> read(String text) {
        return PathTable.read(file(text), " > ");
    }

    private List<String> problems(String text) {
        return problems(file(text));
    }

    private static List<String> problems(Path file) {
        return exception(file).problems();
    }

    private static UnusableFileException exception(Path file) {
        return catchThrowableOfType(UnusableFileException.class, () -> PathTable.read(file, " > "));
    }

    private Path file(String text) {
        try {
            return Files.writeString(folder.resolve("paths.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
