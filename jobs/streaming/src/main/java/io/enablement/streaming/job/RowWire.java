package io.enablement.streaming.job;

import io.enablement.streaming.sink.Row;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Rows as they are: most of one is bytes already. */
record RowWire() implements WireFormat<Row> {

    @Override
    public void write(Row row, DataOutputView out) throws IOException {
        WireFormat.writeText(row.table(), out);
        out.writeInt(row.keyLength());
        WireFormat.writeBytes(row.columns(), out);
        out.writeBoolean(row.deleted());
    }

    @Override
    public Row read(DataInputView in) throws IOException {
        return new Row(
                WireFormat.readCommonText(in),
                in.readInt(),
                WireFormat.readBytes(in),
                in.readBoolean());
    }
}
