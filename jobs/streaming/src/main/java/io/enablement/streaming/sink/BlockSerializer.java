package io.enablement.streaming.sink;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** How a block stands in a checkpoint; bytes of every older version stay readable. */
final class BlockSerializer implements SimpleVersionedSerializer<Block> {
    private static final int VERSION = 1;
    private static final int SIZE_WITHOUT_BYTES = 256;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(Block block) throws IOException {
        DataOutputSerializer out =
                new DataOutputSerializer(SIZE_WITHOUT_BYTES + block.bytes().length);
        out.writeUTF(block.table());
        out.writeLong(block.generation());
        out.writeLong(block.checkpoint());
        out.writeUTF(block.token());
        out.writeInt(block.rows());
        out.writeInt(block.bytes().length);
        out.write(block.bytes());
        out.writeUTF(block.file());
        return out.getCopyOfBuffer();
    }

    @Override
    public Block deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("Blocks of version %d are not known here".formatted(version));
        }
        DataInputDeserializer in = new DataInputDeserializer(serialized);
        String table = in.readUTF();
        long generation = in.readLong();
        long checkpoint = in.readLong();
        String token = in.readUTF();
        int rows = in.readInt();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new Block(table, generation, checkpoint, token, rows, bytes, in.readUTF());
    }
}
