package io.enablement.cli.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Aligned columns of text with picocli's markup. What is too wide for the page goes on below, under
 * the same first columns, which name the row and stand to the left.
 */
public final class TextTable {

    private static final int HEADING_WIDTH = 11;
    private static final String GAP = "  ";

    private final List<List<String>> headings;
    private final int names;
    private final List<Row> rows;
    private final int[] widths;

    public TextTable(List<String> headings, int names, List<Row> rows) {
        this.headings = headings.stream().map(TextTable::wrapped).toList();
        this.names = names;
        this.rows = rows;
        this.widths = IntStream.range(0, headings.size()).map(this::width).toArray();
    }

    /**
     * One line.
     *
     * @param style picocli's name of a style; "" for none
     */
    public record Row(List<String> cells, String style) {

        public static final Row BLANK = new Row(List.of(), "");

        public static Row of(List<String> cells) {
            return new Row(cells, "");
        }

        private String cell(int column) {
            return cells.isEmpty() ? "" : cells.get(column);
        }
    }

    public List<String> lines(int pageWidth) {
        List<String> lines = new ArrayList<>();
        for (List<Integer> page : pages(pageWidth)) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            headingLines(page).forEach(line -> lines.add(styled("bold", line)));
            rows.forEach(row -> lines.add(styled(row.style(), line(page, row))));
        }
        return lines;
    }

    /** The columns of each page; one that is too wide alone has a page of its own. */
    private List<List<Integer>> pages(int pageWidth) {
        List<List<Integer>> pages = new ArrayList<>();
        List<Integer> page = nameColumns();
        for (int column = names; column < headings.size(); column++) {
            if (page.size() > names && width(page) + GAP.length() + widths[column] > pageWidth) {
                pages.add(page);
                page = nameColumns();
            }
            page.add(column);
        }
        pages.add(page);
        return pages;
    }

    private List<Integer> nameColumns() {
        return IntStream.range(0, names).boxed().collect(Collectors.toCollection(ArrayList::new));
    }

    private int width(List<Integer> page) {
        return page.stream().mapToInt(each -> widths[each]).sum()
                + GAP.length() * (page.size() - 1);
    }

    private int width(int column) {
        int widestCell = rows.stream().mapToInt(row -> row.cell(column).length()).max().orElse(0);
        int heading = headings.get(column).stream().mapToInt(String::length).max().orElse(0);
        return Math.max(widestCell, heading);
    }

    /** Headings of several lines stand on the same ground. */
    private List<String> headingLines(List<Integer> page) {
        int height = page.stream().mapToInt(each -> headings.get(each).size()).max().orElse(1);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            List<String> cells = new ArrayList<>(Collections.nCopies(headings.size(), ""));
            for (int column : page) {
                List<String> words = headings.get(column);
                int place = line - (height - words.size());
                cells.set(column, place < 0 ? "" : words.get(place));
            }
            lines.add(line(page, Row.of(cells)));
        }
        return lines;
    }

    private String line(List<Integer> page, Row row) {
        return page.stream()
                .map(column -> aligned(row.cell(column), column))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String aligned(String cell, int column) {
        String padding = " ".repeat(widths[column] - cell.length());
        return column < names ? cell + padding : padding + cell;
    }

    private static String styled(String style, String line) {
        return style.isEmpty() || line.isEmpty() ? line : "@|" + style + " " + line + "|@";
    }

    private static List<String> wrapped(String heading) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : heading.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > HEADING_WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
