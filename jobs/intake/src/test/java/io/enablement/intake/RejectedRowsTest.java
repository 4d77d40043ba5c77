package io.enablement.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedRowsTest {

    private static final String MAPPING =
            """
            source: crm
            date_formats: %s
            files:
              - file: deals.csv
                events:
                  - family: deal
                    kind: WON
                    fields: {deal_id: "{id}", occurred_at: "{day}"}
            """;

    @TempDir private Path folder;

    @Test
    void becomeEventsOnceTheMappingIsMended() throws IOException {
        RejectedRow row = rejected("id,day\nd-1,01.03.2026\n");

        List<Message> messages = RejectedRows.csv(mapping("dd.MM.yyyy"), null).messages(row);

        assertThat(messages).extracting(Message::topic).containsExactly("deal-events");
        assertThat(messages).extracting(Message::key).containsExactly("d-1");
    }

    @Test
    void areTheSameEventsAsFromAFileThatWasReadWellAtOnce() throws IOException {
        RejectedRow row = rejected("day,id\n01.03.2026,d-1\n");
        Path file = Files.writeString(folder.resolve("deals.csv"), "day,id\n01.03.2026,d-1\n");
        Mapping mended = mapping("dd.MM.yyyy");

        Message message = RejectedRows.csv(mended, null).messages(row).get(0);

        Message atOnce = Decoded.all(EventFile.csv(mended, List.of(file))).get(0);
        assertThat(message.value()).isEqualTo(atOnce.value());
    }

    @Test
    void stayRejectedWithTheNewReason() throws IOException {
        RejectedRow row = rejected("id,day\nd-1,01.03.2026\n");

        List<Message> messages = RejectedRows.csv(mapping("yyyyMMdd"), null).messages(row);

        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).isRejected()).isTrue();
        assertThat(messages.get(0).headers()).containsEntry(Message.REASON, "BAD_TIME");
    }

    @Test
    void sayWhereTheNamesOfTheirColumnsWereNotKept() throws IOException {
        RejectedRow row = new RejectedRow("deals.csv:2", "d-1,2026-03-01".getBytes(), Map.of());

        List<Message> messages = RejectedRows.csv(mapping("yyyy-MM-dd"), null).messages(row);

        assertThat(messages.get(0).headers().get(Message.DETAIL)).contains("cannot be read");
    }

    @Test
    void ofWhichOnlyTheBeginningWasKeptStayRejected() {
        String line =
                "{\"family\":\"rep\",\"kind\":\"HIRED\",\"id\":\"e-1\",\"source\":\"hr\",\"rep_id\":\"r-1\",\"occurred_at\":\"2026-03-01\"}";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of(Message.REASON, "LINE_TOO_LONG");

        assertThat(RejectedRows.jsonLines().messages(new RejectedRow("a:1", bytes, Map.of())))
                .extracting(Message::topic)
                .containsExactly("rep-events");
        assertThat(RejectedRows.jsonLines().messages(new RejectedRow("a:1", bytes, headers)))
                .extracting(Message::topic)
                .containsExactly("rejected-records");
    }

    /** As the loader rejects it, whose mapping knows another form of dates. */
    private RejectedRow rejected(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("deals.csv"), csv);
        Message message = Decoded.all(EventFile.csv(mapping("yyyy-MM-dd"), List.of(file))).get(0);
        assertThat(message.isRejected()).isTrue();
        RejectedRow row = new RejectedRow(message.key(), message.value(), message.headers());
        assertThat(row.isOfCsv()).isTrue();
        return row;
    }

    private Mapping mapping(String dates) throws IOException {
        return Mapping.load(
                Files.writeString(folder.resolve("mapping.yaml"), MAPPING.formatted(dates)));
    }
}
