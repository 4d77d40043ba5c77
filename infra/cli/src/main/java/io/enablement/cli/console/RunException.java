package io.enablement.cli.console;

/** Why a command did not do its work, in words for the person who gave it. */
public final class RunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunException(String sentence) {
        super(sentence);
    }

    public RunException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
