package io.enablement.streaming.job;

import io.enablement.domain.event.PackedEvent;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Packed events as they are. */
record PackedEventWire() implements WireFormat<PackedEvent> {

    @Override
    public void write(PackedEvent event, DataOutputView out) throws IOException {
        WireFormat.writeText(event.aggregate(), out);
        WireFormat.writeBytes(event.bytes(), out);
        out.writeInt(event.partition());
        out.writeLong(event.offset());
    }

    @Override
    public PackedEvent read(DataInputView in) throws IOException {
        return new PackedEvent(
                WireFormat.readText(in), WireFormat.readBytes(in), in.readInt(), in.readLong());
    }
}
