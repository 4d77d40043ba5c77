package io.enablement.streaming.sink;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A table the sink writes. One job alone writes it: the version of a row is that job's checkpoint.
 *
 * @param name without the database, which is the connection's
 * @param replaces whether the newest row of a key replaces the older ones (a
 *     ReplacingMergeTree(version, is_deleted)), or every row stays (a ledger)
 * @param columns in the order of {@link Row#columns()}: all but the technical ones
 */
public record Table(String name, boolean replaces, List<String> columns) implements Serializable {

    public Table {
        if (!name.matches("[a-z_][a-z0-9_]*")) {
            throw new IllegalArgumentException("'%s' is no name of a table".formatted(name));
        }
        columns = List.copyOf(columns);
    }

    public static Table replacing(String name, String... columns) {
        return new Table(name, true, List.of(columns));
    }

    public static Table ledger(String name, String... columns) {
        return new Table(name, false, List.of(columns));
    }

    /** The column that holds the number of the checkpoint. */
    String checkpointColumn() {
        return replaces ? "version" : "checkpoint";
    }

    List<String> allColumns() {
        List<String> all = new ArrayList<>(List.of("generation", checkpointColumn()));
        if (replaces) {
            all.add("is_deleted");
        }
        all.addAll(columns);
        return all;
    }

    /** The technical columns of a row. */
    RowBytes technical(long generation, long checkpoint, boolean deleted) {
        RowBytes bytes = new RowBytes().uint32(generation).uint64(checkpoint);
        return replaces ? bytes.uint8(deleted ? 1 : 0) : bytes;
    }
}
