package io.enablement.local;

/** Why the local stack does not start, in words for the person who started it. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }

    static StackException portTaken(String part, int port, String flag) {
        return new StackException(
                "Port %d for %s is taken by another program; choose one with %s (0 takes a free one)"
                        .formatted(port, part, flag));
    }
}
