package io.enablement.clickhouse;

/** A table file that differs from the one the database was made with. */
public final class SchemaChangedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SchemaChangedException(String file) {
        super(file + " has changed since it was applied; put the change into a new file");
    }
}
