package io.enablement.bench.question;

import io.enablement.bench.contest.Clock;
import io.enablement.schemas.ContentMessage;
import io.enablement.schemas.DealMessage;
import io.enablement.schemas.TrainingMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.util.ClassSecurityValidator;

/** Reads the events with the decoders of their generated classes, as a user of Avro does. */
public final class AvroEvents {

    static {
        // Avro makes objects only of classes it was told to trust.
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(
                        ClassSecurityValidator.getGlobal(),
                        type -> type.getPackage() == DealMessage.class.getPackage()));
    }

    private static final BinaryMessageDecoder<DealMessage> DEALS = DealMessage.getDecoder();
    private static final BinaryMessageDecoder<TrainingMessage> TRAININGS =
            TrainingMessage.getDecoder();
    private static final BinaryMessageDecoder<ContentMessage> CONTENTS =
            ContentMessage.getDecoder();

    private AvroEvents() {}

    public static DealMessage deal(byte[] message) {
        return read(DEALS, message);
    }

    public static TrainingMessage training(byte[] message) {
        return read(TRAININGS, message);
    }

    public static ContentMessage content(byte[] message) {
        return read(CONTENTS, message);
    }

    public static long micros(java.time.Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }

    private static <M> M read(BinaryMessageDecoder<M> decoder, byte[] message) {
        Clock.eventIsRead();
        try {
            return decoder.decode(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
