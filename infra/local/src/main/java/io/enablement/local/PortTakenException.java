package io.enablement.local;

/** A part of the stack cannot listen because its port belongs to somebody else. */
public final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int port;

    PortTakenException(String part, int port, Throwable cause) {
        super("Port " + port + " for " + part + " is taken", cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
