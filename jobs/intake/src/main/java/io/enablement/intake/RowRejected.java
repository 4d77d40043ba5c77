package io.enablement.intake;

/** Says that a row cannot become an event. */
final class RowRejected extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int DETAIL_LIMIT = 500;

    private final RejectionReason reason;

    RowRejected(RejectionReason reason, String detail) {
        // An expected outcome, made for every bad row: no stack trace.
        super(shortened(detail), null, false, false);
        this.reason = reason;
    }

    RejectionReason reason() {
        return reason;
    }

    private static String shortened(String detail) {
        return detail.length() <= DETAIL_LIMIT ? detail : detail.substring(0, DETAIL_LIMIT) + " …";
    }
}
