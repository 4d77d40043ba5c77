package io.enablement.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with columns in braces, for example {@code sales-{id}}; without braces a constant. */
record Template(List<Part> parts) {

    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

    static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = COLUMN.matcher(text);
        int end = 0;
        while (matcher.find()) {
            addText(parts, text.substring(end, matcher.start()));
            parts.add(new Part(matcher.group(1), true));
            end = matcher.end();
        }
        addText(parts, text.substring(end));
        return new Template(List.copyOf(parts));
    }

    static Template column(String name) {
        return new Template(List.of(new Part(name, true)));
    }

    static Template constant(String text) {
        return new Template(text.isEmpty() ? List.of() : List.of(new Part(text, false)));
    }

    boolean isConstant() {
        return columns().isEmpty();
    }

    List<String> columns() {
        return parts.stream().filter(Part::isColumn).map(Part::text).toList();
    }

    /** The text for a row; empty where every column in it is empty. */
    String fill(CsvRow row) {
        StringBuilder filled = new StringBuilder();
        boolean allEmpty = true;
        boolean hasColumn = false;
        for (Part part : parts) {
            String text = part.isColumn() ? row.get(part.text()) : part.text();
            hasColumn |= part.isColumn();
            allEmpty &= !part.isColumn() || text.isEmpty();
            filled.append(text);
        }
        return hasColumn && allEmpty ? "" : filled.toString();
    }

    private static void addText(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, false));
        }
    }

    /** A column, or the text between two. */
    record Part(String text, boolean isColumn) {}
}
