package io.enablement.streaming.sink.tables;

import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;
import org.apache.flink.api.common.functions.MapFunction;

/** A table to which rows are only ever added, and how a value becomes such a row. */
public abstract class LedgerTable<T> implements MapFunction<T, Row> {

    private static final long serialVersionUID = 1;

    private final Table table;

    LedgerTable(Table table) {
        this.table = table;
    }

    public final Table table() {
        return table;
    }

    @Override
    public final Row map(T value) {
        RowBytes bytes = RowBytes.ofThread();
        write(bytes, value);
        return Row.added(table.name(), bytes);
    }

    abstract void write(RowBytes row, T value);
}
