package io.enablement.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;

/** Messages read back, as a consumer of the topic would. */
final class Decoded {

    private Decoded() {}

    static GenericRecord event(Message message) {
        Schema schema = EventFormat.of(Families.byTopic(message.topic()).orElseThrow()).schema();
        try {
            return new BinaryMessageDecoder<GenericRecord>(new GenericData(), schema)
                    .decode(message.value());
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

    private static String kind(Message message) {
        return message.isRejected()
                ? message.headers().get(Message.REASON)
                : event(message).get("kind").toString();
    }
}
