package io.enablement.streaming.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Records in as few bytes as state should take: the number of the released schema in one byte, then
 * the Avro body. Every released schema can be read, therefore state outlives its schema; a schema
 * that is not released cannot be written.
 */
final class PackedRecords<M extends IndexedRecord> {

    /** Where the Avro body begins. */
    static final int BODY = 1;

    private static final int USUAL_SIZE = 96;

    private final int version;
    private final DatumWriter<M> writer;
    private final List<DatumReader<M>> readers;

    /**
     * @param released the schemas by their number, from 1
     */
    @SuppressWarnings("unchecked")
    PackedRecords(GenericData data, Schema current, List<Schema> released) {
        List<Long> fingerprints =
                released.stream().map(SchemaNormalization::parsingFingerprint64).toList();
        version = 1 + fingerprints.lastIndexOf(SchemaNormalization.parsingFingerprint64(current));
        if (version == 0) {
            throw new IllegalArgumentException(current.getFullName() + " is not released");
        }
        writer = data.createDatumWriter(current);
        readers =
                released.stream()
                        .map(schema -> (DatumReader<M>) data.createDatumReader(schema, current))
                        .toList();
    }

    byte[] write(M record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        bytes.write(version);
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            writer.write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    M read(byte[] packed) {
        int writtenWith = packed[0];
        if (writtenWith > readers.size()) {
            throw new IllegalStateException(
                    "State was written by a newer release: it has version %d of a schema, this release knows %d"
                            .formatted(writtenWith, readers.size()));
        }
        try {
            return readers.get(writtenWith - 1)
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(packed, BODY, packed.length - BODY, null));
        } catch (IOException e) {
            throw new UncheckedIOException("What was packed can be read", e);
        }
    }
}
