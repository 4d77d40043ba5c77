package io.enablement.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.cli.console.TextTable.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

final class TextTableTest {

    private static final int WIDE = 80;

    @Test
    void setsNamesToTheLeftAndNumbersToTheRight() {
        TextTable table =
                new TextTable(
                        List.of("Year", "Won"), 1, List.of(row("2025", "3,057"), row("all", "12")));

        assertThat(plain(table, WIDE)).containsExactly("Year    Won", "2025  3,057", "all      12");
    }

    @Test
    void breaksLongHeadingsIntoLines() {
        TextTable table =
                new TextTable(
                        List.of("Year", "Days to win, median"), 1, List.of(row("2025", "30.0")));

        assertThat(plain(table, WIDE))
                .containsExactly("          Days to", "Year  win, median", "2025         30.0");
    }

    @Test
    void goesOnBelowWithWhatIsTooWideForThePage() {
        TextTable table =
                new TextTable(
                        List.of("Year", "Won", "Lost"), 1, List.of(row("2025", "1,000", "2,000")));

        assertThat(plain(table, 12))
                .containsExactly("Year    Won", "2025  1,000", "", "Year   Lost", "2025  2,000");
    }

    @Test
    void keepsBlankRowsBetweenBlocks() {
        TextTable table =
                new TextTable(List.of("Year"), 1, List.of(row("2025"), Row.BLANK, row("2026")));

        assertThat(plain(table, WIDE)).containsExactly("Year", "2025", "", "2026");
    }

    @Test
    void marksHeadingsAndStyledRows() {
        TextTable table =
                new TextTable(List.of("Year"), 1, List.of(new Row(List.of("2025"), "faint")));

        assertThat(table.lines(WIDE)).containsExactly("@|bold Year|@", "@|faint 2025|@");
    }

    private static Row row(String... cells) {
        return new Row(List.of(cells), "");
    }

    private static List<String> plain(TextTable table, int width) {
        return table.lines(width).stream().map(line -> Ansi.OFF.string(line)).toList();
    }
}
