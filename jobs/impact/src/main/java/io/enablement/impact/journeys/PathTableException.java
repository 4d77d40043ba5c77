package io.enablement.impact.journeys;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says everything that is wrong with a path table, and where. */
public final class PathTableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 20;

    private final List<String> problems;

    PathTableException(Path file, List<String> problems) {
        super(
                "The path table "
                        + file
                        + " cannot be used:\n- "
                        + String.join("\n- ", shown(problems)));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }

    private static List<String> shown(List<String> problems) {
        if (problems.size() <= SHOWN) {
            return problems;
        }
        List<String> shown = new ArrayList<>(problems.subList(0, SHOWN));
        shown.add("… and %,d more".formatted(problems.size() - SHOWN));
        return shown;
    }
}
