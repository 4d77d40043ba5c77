package io.enablement.local;

import com.clickhouse.data.ClickHouseCityHash;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * ClickHouse's own compression ({@code compress=1}, {@code decompress=1}): blocks of a checksum (16
 * bytes), a method, two lengths and the bytes. Written as LZ4; LZ4, ZSTD and uncompressed blocks
 * are read.
 */
final class CompressedBlocks {

    private static final int BLOCK_BYTES = 1 << 20;
    private static final int CHECKSUM_BYTES = 16;
    private static final int HEADER_BYTES = 9;
    private static final byte UNCOMPRESSED = 0x02;
    private static final byte LZ4 = (byte) 0x82;
    private static final byte ZSTD = (byte) 0x90;

    private CompressedBlocks() {}

    static byte[] write(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
        for (int offset = 0; offset < bytes.length; offset += BLOCK_BYTES) {
            out.writeBytes(block(bytes, offset, Math.min(BLOCK_BYTES, bytes.length - offset)));
        }
        return out.toByteArray();
    }

    static byte[] read(byte[] blocks) {
        ByteBuffer in = ByteBuffer.wrap(blocks).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream out = new ByteArrayOutputStream(blocks.length * 3);
        while (in.hasRemaining()) {
            if (in.remaining() < CHECKSUM_BYTES + HEADER_BYTES) {
                throw corrupt("A block ends in its header");
            }
            out.writeBytes(readBlock(in));
        }
        return out.toByteArray();
    }

    private static byte[] block(byte[] bytes, int offset, int length) {
        LZ4Compressor compressor = LZ4Factory.fastestInstance().fastCompressor();
        byte[] compressed = new byte[compressor.maxCompressedLength(length)];
        int size = compressor.compress(bytes, offset, length, compressed, 0);
        ByteBuffer block =
                ByteBuffer.allocate(CHECKSUM_BYTES + HEADER_BYTES + size)
                        .order(ByteOrder.LITTLE_ENDIAN);
        block.position(CHECKSUM_BYTES);
        block.put(LZ4).putInt(HEADER_BYTES + size).putInt(length).put(compressed, 0, size);
        long[] checksum = checksum(block.array(), CHECKSUM_BYTES, HEADER_BYTES + size);
        block.putLong(0, checksum[0]).putLong(Long.BYTES, checksum[1]);
        return block.array();
    }

    private static byte[] readBlock(ByteBuffer in) {
        int start = in.position();
        long[] checksum = {in.getLong(), in.getLong()};
        byte method = in.get();
        int size = in.getInt();
        int length = in.getInt();
        int available = in.limit() - start - CHECKSUM_BYTES;
        if (size < HEADER_BYTES || size > available || length < 0) {
            throw corrupt("A block of " + size + " bytes does not fit into the request");
        }
        if (!Arrays.equals(checksum, checksum(in.array(), start + CHECKSUM_BYTES, size))) {
            throw ClickHouseException.of(
                    40, "CHECKSUM_DOESNT_MATCH", "A block differs from its checksum");
        }
        byte[] content = new byte[size - HEADER_BYTES];
        in.get(content);
        return switch (method) {
            case UNCOMPRESSED -> content;
            case LZ4 -> decompress(content, length);
            case ZSTD -> Zstd.decompress(content, length);
            default ->
                    throw ClickHouseException.notImplemented(
                            "Block compression method 0x" + Integer.toHexString(method & 0xff));
        };
    }

    private static byte[] decompress(byte[] content, int length) {
        LZ4SafeDecompressor decompressor = LZ4Factory.fastestInstance().safeDecompressor();
        return decompressor.decompress(content, length);
    }

    // Deprecated for being an inner part of the client; the block format needs this very hash.
    @SuppressWarnings("deprecation")
    private static long[] checksum(byte[] bytes, int offset, int length) {
        return ClickHouseCityHash.cityHash128(bytes, offset, length);
    }

    private static ClickHouseException corrupt(String sentence) {
        return ClickHouseException.of(271, "CANNOT_DECOMPRESS", sentence);
    }
}
