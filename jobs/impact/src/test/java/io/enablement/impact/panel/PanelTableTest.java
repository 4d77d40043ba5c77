package io.enablement.impact.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.enablement.impact.UnusableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PanelTableTest {

    private static final String HEADER = "rep,month,won,start,team\n";
    private static final PanelColumns COLUMNS =
            PanelColumns.of("rep", "month", "won", "start").withCluster("team");

    @TempDir private Path folder;

    @Test
    void readsMonthsInAnyOrderWithGapsAndNever() {
        Panel panel =
                PanelTable.read(
                        file(
                                HEADER
                                        + "b,2026-02,4,,x\na,2026-02,3,2026-02,x\na,2026-01,1.5,2026-02,x\n"),
                        COLUMNS);

        assertThat(panel.units()).containsExactly("b", "a");
        assertThat(panel.times()).containsExactly(2026 * 12, 2026 * 12 + 1);
        assertThat(panel.outcomes()).containsExactly(Double.NaN, 1.5, 4, 3);
        assertThat(panel.cohorts()).containsExactly(Panel.NEVER, 2026 * 12 + 1);
        assertThat(panel.clusters()).containsExactly(0, 0);
    }

    @Test
    void readsWeightsAndTheFirstCovariates() {
        PanelColumns columns =
                PanelColumns.of("rep", "t", "y", "g").withWeight("w").withCovariates(List.of("x"));
        Panel panel =
                PanelTable.read(
                        file("rep,t,y,g,w,x\na,2,1,2,3,9\na,1,1,2,3,5\nb,1,NA,0,1,6\n"), columns);

        assertThat(panel.weights()).containsExactly(3, 1);
        assertThat(panel.covariates()).containsExactly(5, 6);
    }

    @Test
    void namesEveryProblemWithLineAndColumn() {
        assertThat(
                        problems(
                                HEADER
                                        + "a,2026-01,x,2026-02,t\n"
                                        + "a,2026-13,1,2026-02,t\n"
                                        + "a,2026-02,Infinity,2026-02,t\n"
                                        + ",2026-02,1,soon,\n"
                                        + "a,2026-02,1\n"))
                .containsExactly(
                        "line 2, column won: is 'x', not a number",
                        "line 3, column month: is '2026-13', no month like 2026-03",
                        "line 4, column won: is Infinity; numbers go from -10^15 to 10^15",
                        "line 5, column rep: is empty",
                        "line 5, column start: is 'soon', no month like 2026-03, and not 0 or empty for never",
                        "line 5, column team: is empty",
                        "line 6: has 3 fields, not 5; quote fields that contain commas");
    }

    @Test
    void namesLinesThatContradictEachOther() {
        assertThat(problems(HEADER + "a,1,1,2,t\n" + "a,1,2,2,t\n" + "a,2,2,3,t\n" + "a,3,2,2,u\n"))
                .containsExactly(
                        "line 3: unit a has this period already; a unit has one line a period",
                        "line 4, column start: is not what line 2 says of unit a; a unit starts once",
                        "line 5, column team: is not what line 2 says of unit a; a unit belongs to one cluster");
    }

    @Test
    void saysWhatAPanelAsAWholeLacks() {
        assertThat(problems(HEADER + "a,1,1,0,t\nb,1,1,0,t\n"))
                .containsExactly(
                        "column month: 1 is the only period; an effect is a change between two",
                        "column start: is 0 or empty everywhere; nobody ever starts");
        assertThat(problems(HEADER)).containsExactly("it has no lines below its first");
        assertThat(problems(""))
                .containsExactly(
                        "it is empty; its first line has to name the columns rep,month,won,start,team");
    }

    @Test
    void namesColumnsThatAreMissingOrThereTwice() {
        assertThat(problems("rep,month,won,won,team\n"))
                .containsExactly(
                        "line 1: the column won is there twice; rename one",
                        "line 1: there is no column start; there are rep, month, won, won, team");
    }

    @Test
    void namesACovariateThatIsTheSameForAll() {
        PanelColumns columns = PanelColumns.of("rep", "t", "y", "g").withCovariates(List.of("x"));

        assertThat(
                        catchThrowableOfType(
                                        UnusableFileException.class,
                                        () ->
                                                PanelTable.read(
                                                        file(
                                                                "rep,t,y,g,x\na,1,1,2,7\na,2,1,2,7\nb,1,1,0,7\n"),
                                                        columns))
                                .problems())
                .containsExactly("column x: is 7.0 for every unit; a covariate has to differ");
    }

    private List<String> problems(String text) {
        Path file = file(text);
        return catchThrowableOfType(
                        UnusableFileException.class, () -> PanelTable.read(file, COLUMNS))
                .problems();
    }

    private Path file(String text) {
        try {
            return Files.writeString(folder.resolve("panel.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
