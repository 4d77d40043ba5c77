package io.enablement.cli.letters;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.intake.KafkaLoader;
import io.enablement.intake.Message;
import io.enablement.intake.RecordSender;
import io.enablement.intake.RejectedRows;
import io.enablement.intake.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Sends dead letters again and marks each with its new place. One that was sent and could not be
 * marked is sent once more by the next replay, which its event's identity makes harmless.
 */
final class Replay {

    private static final int LETTERS_AT_ONCE = 200;

    private final ClickHouse clickHouse;
    private final RecordSender sender;
    private final RejectedRows rows;
    private final Console console;

    private final List<ProducerRecord<byte[], byte[]>> open = new ArrayList<>();
    private final List<KeptLetter> lettersOfOpen = new ArrayList<>();
    private final List<Map<String, Object>> marks = new ArrayList<>();
    private final List<String> staying = new ArrayList<>();
    private int replayed;
    private int records;

    Replay(ClickHouse clickHouse, RecordSender sender, RejectedRows rows, Console console) {
        this.clickHouse = clickHouse;
        this.sender = sender;
        this.rows = rows;
        this.console = console;
    }

    void send(List<String> letters) {
        for (int start = 0; start < letters.size(); start += LETTERS_AT_ONCE) {
            int end = Math.min(letters.size(), start + LETTERS_AT_ONCE);
            KeptLetter.read(clickHouse, letters.subList(start, end)).forEach(this::add);
            flush();
            console.progress(
                    "Replaying: %s of %s letters"
                            .formatted(Console.count(end), Console.count(letters.size())));
        }
    }

    void tell() {
        console.plain(
                "Replayed %s letters as %s records"
                        .formatted(Console.count(replayed), Console.count(records)));
        if (!staying.isEmpty()) {
            console.plain(Console.count(staying.size()) + " stay as they are:");
            staying.forEach(line -> console.plain("  " + line));
        }
    }

    private void add(KeptLetter letter) {
        if (!letter.topic().equals(Topics.REJECTED)) {
            add(letter, letter.record());
            replayed++;
            return;
        }
        List<Message> messages = rows.messages(letter.row());
        if (messages.stream().anyMatch(Message::isRejected)) {
            stay(letter, messages.get(0));
            return;
        }
        replayed++;
        messages.forEach(message -> add(letter, KafkaLoader.record(message)));
        if (messages.isEmpty()) {
            marks.add(letter.replayedTo("", -1, -1));
        }
    }

    private void add(KeptLetter letter, ProducerRecord<byte[], byte[]> record) {
        open.add(record);
        lettersOfOpen.add(letter);
    }

    private void stay(KeptLetter letter, Message rejected) {
        staying.add(
                "%s %s: %s"
                        .formatted(
                                letter.origin(),
                                rejected.headers().get(Message.REASON),
                                rejected.headers().get(Message.DETAIL)));
    }

    private void flush() {
        List<RecordMetadata> places = sender.send(open);
        for (int index = 0; index < places.size(); index++) {
            RecordMetadata place = places.get(index);
            marks.add(
                    lettersOfOpen
                            .get(index)
                            .replayedTo(place.topic(), place.partition(), place.offset()));
        }
        records += open.size();
        clickHouse.insert("dead_letter_replay", marks);
        open.clear();
        lettersOfOpen.clear();
        marks.clear();
    }
}
