package io.enablement.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedSchemasTest {
    private static final Instant JAN_5 = Instant.parse("2026-01-05T10:00:00.123456Z");

    @ParameterizedTest
    @MethodSource("currentSchemas")
    void currentReadersUnderstandEveryReleasedVersion(Current current) {
        assertThat(current.released())
                .allSatisfy(released -> assertReads(current.schema(), released));
    }

    @ParameterizedTest
    @MethodSource("currentSchemas")
    void readersOfEveryReleasedVersionUnderstandTheCurrentSchema(Current current) {
        assertThat(current.released())
                .allSatisfy(released -> assertReads(released, current.schema()));
    }

    @ParameterizedTest
    @MethodSource("currentSchemas")
    void theNewestReleasedVersionIsTheCurrentSchema(Current current) {
        List<Schema> released = current.released();

        assertThat(released).as("released versions of " + current.topic()).isNotEmpty();
        Schema newest = released.get(released.size() - 1);
        assertThat(SchemaNormalization.parsingFingerprint64(newest))
                .as(
                        "%s differs from its released version %d: copy src/main/avro/%s.avsc to"
                                + " src/main/resources/%s, so that readers can resolve the new"
                                + " fingerprint, and never edit a version that was released.",
                        current.topic(),
                        released.size(),
                        current.topic(),
                        current.resource(released.size() + 1))
                .isEqualTo(SchemaNormalization.parsingFingerprint64(current.schema()));
    }

    @ParameterizedTest
    @MethodSource("currentSchemas")
    void releasedVersionsAreNumberedWithoutGaps(Current current) throws IOException {
        Path folder = Path.of("src/main/resources/released", current.topic());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSameSizeAs(current.released());
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordSurvivesSingleObjectEncoding(SpecificRecord written) throws IOException {
        SpecificData model = SpecificData.getForSchema(written.getSchema());

        ByteBuffer message =
                new BinaryMessageEncoder<SpecificRecord>(model, written.getSchema())
                        .encode(written);
        SpecificRecord read =
                new BinaryMessageDecoder<SpecificRecord>(model, written.getSchema())
                        .decode(message.duplicate());

        assertThat(read).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("records")
    void aMessageStartsWithTheMarkerAndTheFingerprint(SpecificRecord written) throws IOException {
        SpecificData model = SpecificData.getForSchema(written.getSchema());

        ByteBuffer message =
                new BinaryMessageEncoder<SpecificRecord>(model, written.getSchema())
                        .encode(written)
                        .order(ByteOrder.LITTLE_ENDIAN);

        assertThat(message.get()).isEqualTo((byte) 0xC3);
        assertThat(message.get()).isEqualTo((byte) 0x01);
        assertThat(message.getLong())
                .isEqualTo(SchemaNormalization.parsingFingerprint64(written.getSchema()));
    }

    private static void assertReads(Schema reader, Schema writer) {
        SchemaCompatibility.SchemaPairCompatibility compatibility =
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);

        assertThat(compatibility.getType())
                .as(compatibility.getResult().getIncompatibilities().toString())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    private static List<Current> currentSchemas() {
        return List.of(
                new Current("deal-events", DealMessage.getClassSchema()),
                new Current("training-events", TrainingMessage.getClassSchema()),
                new Current("content-events", ContentMessage.getClassSchema()),
                new Current("programme-events", ProgrammeMessage.getClassSchema()),
                new Current("rep-events", RepMessage.getClassSchema()),
                new Current("quota-events", QuotaMessage.getClassSchema()));
    }

    private static List<SpecificRecord> records() {
        return List.of(
                deal(),
                TrainingMessage.newBuilder()
                        .setId("t-1")
                        .setSource("lms")
                        .setOccurredAt(JAN_5)
                        .setRecordedAt(JAN_5)
                        .setKind(TrainingKind.PASSED)
                        .setRepId("r-1")
                        .setSuccess(false)
                        .setScore(0.75)
                        .build(),
                ContentMessage.newBuilder()
                        .setId("c-1")
                        .setSource("library")
                        .setOccurredAt(JAN_5)
                        .setRecordedAt(JAN_5)
                        .setKind(ContentKind.BUYER_VIEWED)
                        .setDealId("d-1")
                        .setPagesSeen(3)
                        .build(),
                ProgrammeMessage.newBuilder()
                        .setId("p-1")
                        .setSource("lms")
                        .setOccurredAt(JAN_5)
                        .setRecordedAt(JAN_5)
                        .setKind(ProgrammeKind.DEFINED)
                        .setProgrammeId("onboarding")
                        .setAudienceRoles(List.of("seller"))
                        .setAssignment(Assignment.RANDOM)
                        .build(),
                RepMessage.newBuilder()
                        .setId("h-1")
                        .setSource("hr")
                        .setOccurredAt(JAN_5)
                        .setRecordedAt(JAN_5)
                        .setTimeQuality(TimeQuality.DAY)
                        .setKind(RepKind.HIRED)
                        .setRepId("r-1")
                        .setEffectiveFrom(JAN_5)
                        .build(),
                QuotaMessage.newBuilder()
                        .setId("q-1")
                        .setSource("finance")
                        .setOccurredAt(JAN_5)
                        .setRecordedAt(JAN_5)
                        .setKind(QuotaKind.SET)
                        .setRepId("r-1")
                        .setPeriod("2026-Q1")
                        .setScheduleMinor(List.of(100L, 200L, 300L))
                        .build());
    }

    private static DealMessage deal() {
        return DealMessage.newBuilder()
                .setId("w-1")
                .setSource("crm")
                .setOccurredAt(JAN_5)
                .setRecordedAt(JAN_5)
                .setKind(DealKind.WON)
                .setDealId("d-1")
                .setAmountMinor(1_250L)
                .setCurrency("EUR")
                .setDealType(DealType.PROJECT)
                .setSplits(List.of(new DealSplit("r-1", SplitKind.REVENUE, 10_000)))
                .build();
    }

    private record Current(String topic, Schema schema) {
        /** Version 1, 2, 3 … up to the first that is missing. */
        List<Schema> released() {
            List<Schema> versions = new ArrayList<>();
            while (true) {
                try (InputStream version = open(versions.size() + 1)) {
                    if (version == null) {
                        return versions;
                    }
                    versions.add(new Schema.Parser().parse(version));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        String resource(int version) {
            return "released/" + topic + "/" + version + ".avsc";
        }

        private InputStream open(int version) {
            return ReleasedSchemasTest.class
                    .getClassLoader()
                    .getResourceAsStream(resource(version));
        }

        @Override
        public String toString() {
            return topic;
        }
    }
}
