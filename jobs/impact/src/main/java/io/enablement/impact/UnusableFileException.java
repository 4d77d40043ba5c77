package io.enablement.impact;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says everything that is wrong with a file, and where. */
public final class UnusableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 20;

    private final List<String> problems;

    /**
     * @param what the file is, as in "path table"
     */
    public UnusableFileException(String what, Path file, List<String> problems) {
        super(
                "The %s %s cannot be used:\n- %s"
                        .formatted(what, file, String.join("\n- ", shown(problems))));
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
