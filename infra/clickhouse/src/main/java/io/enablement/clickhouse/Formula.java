package io.enablement.clickhouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The expression of a metric as ClickHouse calculates it, written for people with its numbers
 * filled in.
 *
 * @param values of the numbers, as they are written
 * @param expressions of the other metrics that it may name, by id
 */
public record Formula(
        String expression, Map<String, String> values, Map<String, String> expressions) {

    /** {@code 51 / (51 + 148)} for {@code rate(won, won + lost)}. */
    public String filledIn() {
        StringBuilder text = new StringBuilder();
        int place = 0;
        while (place < expression.length()) {
            int end = endOfWord(place);
            if (end == place) {
                text.append(expression.charAt(place));
                place++;
            } else if (end < expression.length() && expression.charAt(end) == '(') {
                int close = closing(end);
                text.append(call(expression.substring(place, end), arguments(end + 1, close)));
                place = close + 1;
            } else {
                text.append(value(expression.substring(place, end)));
                place = end;
            }
        }
        return text.toString();
    }

    private String call(String function, List<String> arguments) {
        return switch (function) {
            case "rate" -> grouped(arguments.get(0)) + " / " + grouped(arguments.get(1));
            case "if" -> arguments.get(1);
            case "nullIf", "days_of", "length" -> arguments.get(0);
            case "wilson_low" -> "lower end of the Wilson 95 % interval of " + hits(arguments);
            case "wilson_high" -> "upper end of the Wilson 95 % interval of " + hits(arguments);
            case "histogram_median" -> "median of " + arguments.get(0);
            case "histogram_p90" -> "nine tenths quantile of " + arguments.get(0);
            case "kaplan_meier_median" -> "Kaplan-Meier median of " + arguments.get(0);
            case "dateDiff" -> "days of the period";
            case "share_elapsed" -> "share of the period that is over";
            default -> function + "(" + String.join(", ", arguments) + ")";
        };
    }

    private static String hits(List<String> arguments) {
        return arguments.get(0) + " of " + grouped(arguments.get(1));
    }

    private String value(String word) {
        String name = word.substring(word.lastIndexOf('.') + 1);
        if (values.containsKey(name)) {
            return values.get(name);
        }
        if (expressions.containsKey(name)) {
            return grouped(new Formula(expressions.get(name), values, Map.of()).filledIn());
        }
        return word;
    }

    private static String grouped(String text) {
        return text.contains(" ") ? "(" + text + ")" : text;
    }

    /** The arguments between two brackets, each filled in. */
    private List<String> arguments(int from, int to) {
        List<String> arguments = new ArrayList<>();
        int start = from;
        for (int place = from; place < to; place++) {
            char character = expression.charAt(place);
            if (character == '(') {
                place = closing(place);
            } else if (character == ',') {
                arguments.add(part(start, place));
                start = place + 1;
            }
        }
        arguments.add(part(start, to));
        return arguments;
    }

    private String part(int from, int to) {
        return new Formula(expression.substring(from, to).strip(), values, expressions).filledIn();
    }

    private int closing(int open) {
        int depth = 0;
        for (int place = open; place < expression.length(); place++) {
            if (expression.charAt(place) == '(') {
                depth++;
            } else if (expression.charAt(place) == ')') {
                depth--;
            }
            if (depth == 0) {
                return place;
            }
        }
        throw new IllegalStateException("A bracket stays open: " + expression);
    }

    private int endOfWord(int start) {
        if (!Character.isJavaIdentifierStart(expression.charAt(start))) {
            return start;
        }
        int end = start;
        while (end < expression.length() && isOfWord(expression.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfWord(char character) {
        return Character.isJavaIdentifierPart(character) || character == '.';
    }
}
