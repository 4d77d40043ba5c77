package io.enablement.streaming.sink.tables;

import io.enablement.domain.event.Change;
import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;
import org.apache.flink.api.common.functions.MapFunction;

/** A table that shows the newest row of each key, and how a value becomes such a row. */
public abstract class StateTable<T> implements MapFunction<Change<T>, Row> {

    private static final long serialVersionUID = 1;

    private final Table table;

    StateTable(Table table) {
        this.table = table;
    }

    public final Table table() {
        return table;
    }

    /** The newest row of the value's key, or its tombstone. */
    @Override
    public final Row map(Change<T> change) {
        RowBytes bytes = RowBytes.ofThread();
        writeKey(bytes, change.value());
        int keyLength = bytes.length();
        writeRest(bytes, change.value());
        return change.gone()
                ? Row.deleting(table.name(), keyLength, bytes)
                : Row.replacing(table.name(), keyLength, bytes);
    }

    abstract void writeKey(RowBytes row, T value);

    abstract void writeRest(RowBytes row, T value);
}
