package io.enablement.streaming.job;

import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Envelope;
import io.enablement.streaming.ingest.DealFormat;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Deal events as state keeps them, with their deal and their place in the log. */
record DealWire() implements WireFormat<DealEvent> {

    private static final DealFormat FORMAT = new DealFormat();

    @Override
    public void write(DealEvent event, DataOutputView out) throws IOException {
        Envelope envelope = event.envelope();
        WireFormat.writeText(event.dealId(), out);
        WireFormat.writeBytes(FORMAT.pack(event), out);
        out.writeInt(envelope.partition());
        out.writeLong(envelope.offset());
    }

    @Override
    public DealEvent read(DataInputView in) throws IOException {
        return FORMAT.unpack(
                WireFormat.readText(in), WireFormat.readBytes(in), in.readInt(), in.readLong());
    }
}
