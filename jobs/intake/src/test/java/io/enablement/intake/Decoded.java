package io.enablement.intake;

import io.enablement.domain.event.Family;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;

/** Messages read back, as a consumer of the topic would. */
final class Decoded {

    private static final Map<String, BinaryMessageDecoder<GenericRecord>> DECODERS =
            Stream.of(Family.values()).collect(Collectors.toMap(Family::topic, Decoded::decoder));

    private Decoded() {}

    static GenericRecord event(Message message) {
        try {
            return DECODERS.get(message.topic()).decode(message.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Message> all(EventFile file) {
        try (file) {
            List<Message> messages = new ArrayList<>();
            file.forEachRemaining(messages::add);
            return messages;
        }
    }

    /** Kind of each event, or the reason of each rejection. */
    static List<String> kinds(List<Message> messages) {
        return messages.stream().map(Decoded::kind).toList();
    }

    private static BinaryMessageDecoder<GenericRecord> decoder(Family family) {
        return new BinaryMessageDecoder<>(new GenericData(), EventFormat.of(family).schema());
    }

    private static String kind(Message message) {
        return message.isRejected()
                ? message.headers().get(Message.REASON)
                : event(message).get("kind").toString();
    }
}
