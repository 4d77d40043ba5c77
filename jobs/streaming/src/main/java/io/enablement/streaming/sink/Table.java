package io.enablement.streaming.sink;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A table the sink writes. The version of a row is a checkpoint of the job that writes it: where
 * several jobs write one table, their rows have keys of their own and say whose they are.
 *
 * @param name without the database, which is the connection's
 * @param replaces whether the newest row of a key replaces the older ones (a
 *     ReplacingMergeTree(version, is_deleted)), or every row stays (a ledger)
 * @param shared whether several jobs write it; then each row names its job
 * @param columns in the order of {@link Row#columns()}: all but the technical ones
 */
public record Table(String name, boolean replaces, boolean shared, List<String> columns)
        implements Serializable {

    public Table {
        if (!name.matches("[a-z_][a-z0-9_]*")) {
            throw new IllegalArgumentException("'%s' is no name of a table".formatted(name));
        }
        columns = List.copyOf(columns);
    }

    public static Table replacing(String name, String... columns) {
        return new Table(name, true, false, List.of(columns));
    }

    public static Table ledger(String name, String... columns) {
        return new Table(name, false, false, List.of(columns));
    }

    /** The same table, written by several jobs. */
    public Table sharedByJobs() {
        return new Table(name, replaces, true, columns);
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
        if (shared) {
            all.add("job");
        }
        all.addAll(columns);
        return all;
    }

    /** The technical columns of a row. */
    RowBytes technical(SinkSettings settings, long checkpoint, boolean deleted) {
        RowBytes bytes = new RowBytes().uint32(settings.generation()).uint64(checkpoint);
        if (replaces) {
            bytes.uint8(deleted ? 1 : 0);
        }
        return shared ? bytes.string(settings.job()) : bytes;
    }
}
