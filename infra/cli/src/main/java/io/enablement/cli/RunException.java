package io.enablement.cli;

/** Why a command did not do its work, in words for the person who gave it. */
final class RunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunException(String sentence) {
        super(sentence);
    }

    RunException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
