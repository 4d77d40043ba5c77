package io.enablement.cli.letters;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.intake.RejectedRow;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A dead letter with the key, the bytes and the headers of its record.
 *
 * @param identity the columns by which its replays are joined to it
 */
record KeptLetter(
        String id,
        Map<String, Object> identity,
        byte[] key,
        byte[] payload,
        Map<String, String> headers) {

    /** The letters of one release are those of the archive; an older one kept no headers. */
    private static final String LETTERS =
            """
            SELECT
                letter.letter_id AS letter_id,
                letter.reason AS reason,
                letter.topic AS topic,
                letter.partition AS partition,
                letter.offset AS offset,
                letter.origin AS origin,
                toString(letter.payload_hash) AS payload_hash,
                hex(letter.payload) AS payload,
                hex(if(archived = 1, record.original_key, letter.record_key)) AS record_key_bytes,
                original_headers
            FROM current_dead_letter AS letter
            LEFT JOIN
            (
                SELECT
                    topic,
                    if(origin = '', at_partition, -1) AS partition,
                    if(origin = '', at_offset, -1) AS offset,
                    origin,
                    payload,
                    any(key) AS original_key,
                    any(all_headers) AS original_headers,
                    1 AS archived
                FROM
                (
                    SELECT
                        topic,
                        partition AS at_partition,
                        offset AS at_offset,
                        headers['origin'] AS origin,
                        payload,
                        record_key AS key,
                        headers AS all_headers
                    FROM current_event_log
                    WHERE refused != ''
                )
                GROUP BY topic, partition, offset, origin, payload
            ) AS record
            USING (topic, partition, offset, origin, payload)
            WHERE has(splitByChar(',', {letters:String}), letter_id)
            ORDER BY topic, partition, offset, origin
            """;

    static List<KeptLetter> read(ClickHouse clickHouse, List<String> ids) {
        return clickHouse.objects(LETTERS, Map.of("letters", String.join(",", ids))).stream()
                .map(KeptLetter::of)
                .toList();
    }

    String topic() {
        return (String) identity.get("topic");
    }

    String origin() {
        return (String) identity.get("origin");
    }

    RejectedRow row() {
        return new RejectedRow(origin(), payload, headers);
    }

    /** The same record again, at the time at which it is sent. */
    ProducerRecord<byte[], byte[]> record() {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic(), key, payload);
        headers.forEach((name, value) -> record.headers().add(name, utf8(value)));
        return record;
    }

    private static KeptLetter of(JsonNode letter) {
        Map<String, Object> identity = new LinkedHashMap<>();
        for (String column : List.of("reason", "topic", "origin", "payload_hash")) {
            identity.put(column, letter.path(column).asText());
        }
        for (String column : List.of("partition", "offset")) {
            identity.put(column, letter.path(column).asLong());
        }
        return new KeptLetter(
                letter.path("letter_id").asText(),
                identity,
                HexFormat.of().parseHex(letter.path("record_key_bytes").asText()),
                HexFormat.of().parseHex(letter.path("payload").asText()),
                letter.path("original_headers").properties().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, header -> header.getValue().asText())));
    }

    /** A row of {@code dead_letter_replay}. */
    Map<String, Object> replayedTo(String topic, int partition, long offset) {
        Map<String, Object> replay = new HashMap<>(identity);
        replay.put("replayed_topic", topic);
        replay.put("replayed_partition", partition);
        replay.put("replayed_offset", offset);
        return replay;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
