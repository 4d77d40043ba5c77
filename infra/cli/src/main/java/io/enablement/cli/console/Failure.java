package io.enablement.cli.console;

import io.enablement.intake.MappingException;
import io.enablement.local.StackException;

/** What a person is told about a failure, and the exit code. */
public record Failure(String sentence, int exitCode) {

    public static final int DEAD_LETTERS = 1;
    public static final int DIFFERENCES = 1;
    public static final int NOT_PROVABLE = 1;
    public static final int BAD_USAGE = 2;
    public static final int FAILED = 3;

    public static Failure of(Throwable problem) {
        if (problem instanceof UsageException || problem instanceof MappingException) {
            return new Failure(problem.getMessage(), BAD_USAGE);
        }
        if (problem instanceof RunException || problem instanceof StackException) {
            return new Failure(problem.getMessage(), FAILED);
        }
        return new Failure(message(problem) + " (--verbose shows more)", FAILED);
    }

    /** The problem and what lies at its bottom, where that says something else. */
    private static String message(Throwable problem) {
        Throwable root = root(problem);
        String what = text(problem);
        String why = text(root);
        return what.contains(why) ? what : what + ": " + why;
    }

    private static Throwable root(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String text(Throwable problem) {
        return problem.getMessage() == null
                ? problem.getClass().getSimpleName()
                : problem.getMessage().strip();
    }
}
