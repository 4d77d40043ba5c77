package io.enablement.intake;

import java.util.List;

/** Says everything that is wrong with a mapping, or with the files that it is applied to. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    MappingException(String mapping, List<String> problems) {
        super("The mapping " + mapping + " cannot be used:\n- " + String.join("\n- ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
