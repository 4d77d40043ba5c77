package io.enablement.dashboard.page;

/** An answer that a section needs has not come in time. */
final class NotYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotYet() {
        super("The answer has not come in time", null, false, false);
    }
}
