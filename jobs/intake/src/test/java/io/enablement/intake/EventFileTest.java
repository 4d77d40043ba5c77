package io.enablement.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enablement.domain.event.Family;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
    private static final String HIRED =
            "{\"family\":\"rep\",\"kind\":\"HIRED\",\"id\":\"h\",\"source\":\"hr\","
                    + "\"rep_id\":\"r-1\",\"time_quality\":\"unknown\"}";

    @TempDir Path folder;

    @Test
    void everyRowIsAcceptedRejectedOrBlank() throws IOException {
        Path file = write(HIRED + "\n\nnonsense\r\n  \n" + HIRED + "\n{}\nmore nonsense");

        IntakeSummary summary = count(file);

        assertThat(summary.rows()).isEqualTo(7);
        assertThat(summary.accepted()).isEqualTo(2);
        assertThat(summary.blank()).isEqualTo(2);
        assertThat(summary.skipped()).isZero();
        assertThat(summary.rejectedCount()).isEqualTo(3);
        assertThat(summary.events()).containsExactly(Map.entry(Family.REP, 2L));
        assertThat(summary.rejected()).hasSize(2);
    }

    @Test
    void readingGoesOnBehindARejectedLine() throws IOException {
        Path file = write("nonsense\n" + HIRED);

        assertThat(Decoded.kinds(Decoded.all(EventFile.jsonLines(file))))
                .containsExactly("MALFORMED_JSON", "HIRED");
    }

    @Test
    void theFirstRejectionsOfAReasonAreShown() throws IOException {
        IntakeSummary summary = count(write("[]\n[]\n[]\n[]\n"));

        Rejections rejections = summary.rejected().get(RejectionReason.MALFORMED_JSON);
        assertThat(rejections.count()).isEqualTo(4);
        assertThat(rejections.examples())
                .containsExactly(
                        "events.jsonl:1: The line is not a JSON object.",
                        "events.jsonl:2: The line is not a JSON object.",
                        "events.jsonl:3: The line is not a JSON object.");
    }

    @Test
    void gzipIsRecognisedByItsFirstBytes() throws IOException {
        Path file = folder.resolve("events.jsonl");
        try (OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(file))) {
            zipped.write((HIRED + "\n" + HIRED + "\n").getBytes(UTF_8));
        }

        assertThat(count(file).accepted()).isEqualTo(2);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        assertThat(count(write("\uFEFF" + HIRED)).accepted()).isEqualTo(1);
    }

    @Test
    void anEmptyFileHasNoRows() throws IOException {
        assertThat(count(write("")).rows()).isZero();
    }

    @Test
    void aLineThatNoKafkaRecordCanHoldIsRejectedWithItsBeginning() throws IOException {
        Path file = write("x".repeat(RawLines.LIMIT + 5) + "\n" + HIRED);

        List<Message> messages = Decoded.all(EventFile.jsonLines(file));

        assertThat(Decoded.kinds(messages)).containsExactly("LINE_TOO_LONG", "HIRED");
        assertThat(messages.get(0).value()).hasSize(RawLines.LIMIT);
        assertThat(messages.get(0).headers().get(Message.DETAIL)).contains("1000005 bytes");
    }

    @Test
    void aLineAcrossTheReadBufferIsWhole() throws IOException {
        String padded = HIRED.replace("r-1", "r".repeat(200_000));

        assertThat(count(write(padded + "\n" + padded)).accepted()).isEqualTo(2);
    }

    @Test
    void filesAreReadOneAfterAnother() throws IOException {
        Path file = write(HIRED);

        try (EventFile twice = EventFile.jsonLines(file, file)) {
            assertThat(twice.readToEnd().accepted()).isEqualTo(2);
        }
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("missing.jsonl");

        try (EventFile file = EventFile.jsonLines(missing)) {
            assertThatThrownBy(file::hasNext)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("missing.jsonl");
        }
    }

    private static IntakeSummary count(Path file) {
        try (EventFile events = EventFile.jsonLines(file)) {
            return events.readToEnd();
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("events.jsonl"), text);
    }
}
