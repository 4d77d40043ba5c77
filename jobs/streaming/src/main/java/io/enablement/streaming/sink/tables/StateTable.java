package io.enablement.streaming.sink.tables;

import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;
import java.io.Serializable;

/** A table that shows the newest row of each key, and how a value becomes such a row. */
public abstract class StateTable<T> implements Serializable {

    private static final long serialVersionUID = 1;

    private final Table table;

    StateTable(Table table) {
        this.table = table;
    }

    public final Table table() {
        return table;
    }

    /** The newest row of the value's key. */
    public final Row row(T value) {
        RowBytes bytes = new RowBytes();
        writeKey(bytes, value);
        byte[] key = bytes.toBytes();
        writeRest(bytes, value);
        return Row.replacing(table.name(), key, bytes);
    }

    /** The value's key has ceased to exist. */
    public final Row tombstone(T value) {
        RowBytes bytes = new RowBytes();
        writeKey(bytes, value);
        byte[] key = bytes.toBytes();
        writeRest(bytes, value);
        return Row.deleting(table.name(), key, bytes);
    }

    abstract void writeKey(RowBytes row, T value);

    abstract void writeRest(RowBytes row, T value);
}
