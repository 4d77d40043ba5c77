package io.enablement.dashboard.answer;

/** A question that ClickHouse could not answer. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean forbidden;

    DatabaseException(String message, Throwable cause) {
        super(message, cause);
        this.forbidden = false;
    }

    private DatabaseException(String message, boolean forbidden) {
        super(message);
        this.forbidden = forbidden;
    }

    static DatabaseException refused(String answer) {
        if (answer.contains("AUTHENTICATION_FAILED") || answer.contains("REQUIRED_PASSWORD")) {
            return new DatabaseException(
                    "ClickHouse refuses the dashboard's user: the password is wrong, or there is no"
                        + " such user",
                    false);
        }
        if (answer.contains("UNKNOWN_TABLE")) {
            return new DatabaseException(
                    "A view is missing: bring the database up to date with infra/enablement"
                        + " migrate",
                    false);
        }
        return new DatabaseException(
                "ClickHouse says: " + answer.strip(), answer.contains("ACCESS_DENIED"));
    }

    /** Whether the dashboard's user has no right to read it. */
    public boolean isForbidden() {
        return forbidden;
    }
}
