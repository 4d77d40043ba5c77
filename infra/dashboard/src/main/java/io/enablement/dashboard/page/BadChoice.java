package io.enablement.dashboard.page;

/** Something was asked for that there is not; the message says what there is. */
public final class BadChoice extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private BadChoice(int status, String message) {
        super(message);
        this.status = status;
    }

    static BadChoice unknown(String message) {
        return new BadChoice(404, message);
    }

    static BadChoice wrong(String message) {
        return new BadChoice(400, message);
    }

    static BadChoice forbidden(String message) {
        return new BadChoice(403, message);
    }

    public int status() {
        return status;
    }
}
