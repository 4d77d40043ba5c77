package io.enablement.cli.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.RunException;
import io.enablement.cli.console.UsageException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The records of the log as ClickHouse keeps them: the published ones of {@code event_log}. */
record Archive(ClickHouse clickHouse, List<Part> parts) {

    private static final String PARTS =
            """
            SELECT
                topic,
                toString(partition),
                toString(uniqExact(offset)),
                toString(max(offset))
            FROM current_event_log
            GROUP BY topic, partition
            ORDER BY topic, partition
            """;

    private static final String RECORDS =
            """
            SELECT
                offset,
                intDiv(toUnixTimestamp64Micro(record_at), 1000) AS millis,
                hex(record_key) AS record_key,
                hex(payload) AS payload,
                headers
            FROM current_event_log
            WHERE topic = {topic:String} AND partition = {partition:Int32}
                AND offset >= {from:Int64} AND offset < {to:Int64}
            ORDER BY offset
            """;

    /** The archived records of one partition. */
    record Part(String topic, int partition, long records, long lastOffset) {

        private static Part of(List<String> row) {
            return new Part(
                    row.get(0),
                    Integer.parseInt(row.get(1)),
                    Long.parseLong(row.get(2)),
                    Long.parseLong(row.get(3)));
        }

        /** From the first record of the partition on, without a gap. */
        private boolean isComplete() {
            return records == lastOffset + 1;
        }
    }

    static Archive of(ClickHouse clickHouse) {
        return new Archive(
                clickHouse, clickHouse.rows(PARTS, Map.of()).stream().map(Part::of).toList());
    }

    /** Fails where offsets could not be the same again. */
    void requireComplete() {
        if (parts.isEmpty()) {
            throw new UsageException("The archive of events holds nothing");
        }
        for (Part part : parts) {
            if (!part.isComplete()) {
                throw new RunException(
                        "The archive holds %d records of %s %d, which reaches to offset %d: with gaps, the others would get other offsets"
                                .formatted(
                                        part.records(),
                                        part.topic(),
                                        part.partition(),
                                        part.lastOffset()));
            }
        }
    }

    /** How many partitions each topic has to have. */
    Map<String, Integer> partitions() {
        Map<String, Integer> partitions = new TreeMap<>();
        parts.forEach(part -> partitions.merge(part.topic(), part.partition() + 1, Math::max));
        return partitions;
    }

    long size() {
        return parts.stream().mapToLong(Part::records).sum();
    }

    /** The records of a part from an offset up to and without another, in their order. */
    List<ProducerRecord<byte[], byte[]>> records(Part part, long from, long to) {
        Map<String, String> place =
                Map.of(
                        "topic", part.topic(),
                        "partition", Integer.toString(part.partition()),
                        "from", Long.toString(from),
                        "to", Long.toString(to));
        return clickHouse.objects(RECORDS, place).stream().map(row -> record(part, row)).toList();
    }

    /** No key and an empty one are both archived as an empty one; none is what sources send. */
    private static ProducerRecord<byte[], byte[]> record(Part part, JsonNode row) {
        byte[] key = HexFormat.of().parseHex(row.path("record_key").asText());
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        part.topic(),
                        part.partition(),
                        row.path("millis").isNull() ? null : row.path("millis").asLong(),
                        key.length == 0 ? null : key,
                        HexFormat.of().parseHex(row.path("payload").asText()));
        row.path("headers")
                .properties()
                .forEach(
                        header ->
                                record.headers()
                                        .add(
                                                header.getKey(),
                                                header.getValue()
                                                        .asText()
                                                        .getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
