package io.enablement.streaming.job;

import io.enablement.domain.event.Cause;
import io.enablement.domain.rep.PackedSubject;
import io.enablement.streaming.state.RepInput;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What deals add to reps as state keeps it; all else, which is rare, as Flink writes records. */
record RepInputWire(TypeSerializer<RepInput> others) implements WireFormat<RepInput> {

    RepInputWire() {
        this(TypeInformation.of(RepInput.class).createSerializer(new SerializerConfigImpl()));
    }

    @Override
    public void write(RepInput input, DataOutputView out) throws IOException {
        out.writeBoolean(input.deal() != null);
        if (input.deal() == null) {
            others.serialize(input, out);
            return;
        }
        WireFormat.writeText(input.repId(), out);
        WireFormat.writeText(input.deal().name(), out);
        WireFormat.writeBytes(input.deal().bytes(), out);
        WireFormat.writeText(input.cause().family(), out);
        WireFormat.writeText(input.cause().source(), out);
        WireFormat.writeText(input.cause().id(), out);
    }

    @Override
    public RepInput read(DataInputView in) throws IOException {
        if (!in.readBoolean()) {
            return others.deserialize(in);
        }
        return RepInput.of(
                WireFormat.readCommonText(in),
                new PackedSubject(WireFormat.readText(in), WireFormat.readBytes(in)),
                new Cause(
                        WireFormat.readCommonText(in),
                        WireFormat.readCommonText(in),
                        WireFormat.readText(in)));
    }
}
