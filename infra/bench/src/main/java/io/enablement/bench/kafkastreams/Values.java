package io.enablement.bench.kafkastreams;

import io.enablement.bench.question.Counts;
import io.enablement.bench.question.FoldedDeal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** How values lie in stores and between steps: field by field. */
final class Values {

    static final Serde<Counts> COUNTS = serde(Values::write, Values::readCounts);
    static final Serde<RepInput> REP_INPUT = serde(Values::write, Values::readRepInput);
    static final Serde<FoldedDeal> DEAL = serde(Values::write, Values::readDeal);

    private Values() {}

    /** Writes a value. */
    private interface Writer<T> {
        void write(T value, DataOutputStream out) throws IOException;
    }

    /** Reads a value. */
    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    private static <T> Serde<T> serde(Writer<T> writer, Reader<T> reader) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : bytes(writer, value),
                (topic, bytes) -> bytes == null ? null : value(reader, bytes));
    }

    private static <T> byte[] bytes(Writer<T> writer, T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        try {
            writer.write(value, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T value(Reader<T> reader, byte[] bytes) {
        try {
            return reader.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Counts counts, DataOutputStream out) throws IOException {
        out.writeLong(counts.created());
        out.writeLong(counts.won());
        out.writeLong(counts.lost());
        out.writeLong(counts.wonAmount());
        out.writeLong(counts.contentUses());
    }

    private static Counts readCounts(DataInputStream in) throws IOException {
        return new Counts(
                in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }

    private static void write(RepInput input, DataOutputStream out) throws IOException {
        out.writeUTF(input.programme());
        out.writeLong(input.enrolledAt());
        out.writeUTF(input.dealType());
        out.writeUTF(input.month());
        write(input.change(), out);
    }

    private static RepInput readRepInput(DataInputStream in) throws IOException {
        return new RepInput(
                in.readUTF(), in.readLong(), in.readUTF(), in.readUTF(), readCounts(in));
    }

    private static void write(FoldedDeal deal, DataOutputStream out) throws IOException {
        out.writeUTF(deal.creator);
        out.writeUTF(deal.dealType);
        out.writeLong(deal.createdAt);
        out.writeUTF(deal.outcome);
        out.writeLong(deal.outcomeAt);
        out.writeLong(deal.amount);
        out.writeLong(deal.pricedAt);
        out.writeBoolean(deal.deleted);
        out.writeInt(deal.owners.length);
        for (int place = 0; place < deal.owners.length; place++) {
            out.writeLong(deal.ownedAt[place]);
            out.writeUTF(deal.owners[place]);
        }
    }

    private static FoldedDeal readDeal(DataInputStream in) throws IOException {
        FoldedDeal deal = new FoldedDeal();
        deal.creator = in.readUTF();
        deal.dealType = in.readUTF();
        deal.createdAt = in.readLong();
        deal.outcome = in.readUTF();
        deal.outcomeAt = in.readLong();
        deal.amount = in.readLong();
        deal.pricedAt = in.readLong();
        deal.deleted = in.readBoolean();
        int owners = in.readInt();
        deal.ownedAt = new long[owners];
        deal.owners = new String[owners];
        for (int place = 0; place < owners; place++) {
            deal.ownedAt[place] = in.readLong();
            deal.owners[place] = in.readUTF();
        }
        return deal;
    }
}
