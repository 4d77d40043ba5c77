package io.enablement.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
    private static final String WON =
            "{'family':'deal','kind':'WON','id':'e-1','source':'crm',"
                    + "'occurred_at':'2026-03-01T10:00:00Z','deal_id':'d-1'%s}";
    private static final long MAR_1_MIDNIGHT = micros("2026-03-01T00:00:00Z");
    private static final long MAR_1_TEN = micros("2026-03-01T10:00:00Z");

    @TempDir Path folder;

    @Test
    void anEventGoesToTheTopicOfItsFamilyUnderTheKeyOfItsAggregate() throws IOException {
        Message message = read(won(""));

        assertThat(message.isRejected()).isFalse();
        assertThat(message.topic()).isEqualTo("deal-events");
        assertThat(message.key()).isEqualTo("d-1");
        assertThat(message.headers()).isEmpty();
    }

    @Test
    void theValueIsASingleObjectEncoding() throws IOException {
        assertThat(read(won("")).value()).startsWith(0xC3, 0x01);
    }

    @Test
    void recordedAtIsOccurredAtWhereItIsAbsent() throws IOException {
        GenericRecord event = event(won(""));

        assertThat(event.get("occurred_at")).isEqualTo(MAR_1_TEN);
        assertThat(event.get("recorded_at")).isEqualTo(MAR_1_TEN);
        assertThat(event.get("time_quality")).hasToString("OCCURRED");
    }

    @Test
    void timesKeepMicrosecondsAndTheirOffset() throws IOException {
        GenericRecord event = event(won(",'expected_close_at':'2026-03-01T12:00:00.000001+02:00'"));

        assertThat(event.get("expected_close_at")).isEqualTo(MAR_1_TEN + 1);
    }

    @Test
    void aTimeWithoutAnOffsetIsRejected() throws IOException {
        assertRejected(
                won(",'expected_close_at':'2026-03-01T12:00:00'"),
                RejectionReason.BAD_TIME,
                "expected_close_at \"2026-03-01T12:00:00\" is neither a time with an offset");
    }

    @Test
    void aPlainDateIsMidnightUtcAndKnownToTheDay() throws IOException {
        GenericRecord event = event(won("").replace("2026-03-01T10:00:00Z", "2026-03-01"));

        assertThat(event.get("occurred_at")).isEqualTo(MAR_1_MIDNIGHT);
        assertThat(event.get("time_quality")).hasToString("DAY");
    }

    @Test
    void aStatedQualityBeatsThatOfAPlainDate() throws IOException {
        String line =
                won(",'time_quality':'inferred'").replace("2026-03-01T10:00:00Z", "2026-03-01");

        assertThat(event(line).get("time_quality")).hasToString("INFERRED");
    }

    @Test
    void anUnknownTimeNeedsNoClockAndIsTheEpoch() throws IOException {
        GenericRecord event =
                event(
                        "{'family':'rep','kind':'HIRED','id':'h-1','source':'hr','rep_id':'r-1',"
                                + "'time_quality':'unknown'}");

        assertThat(event.get("occurred_at")).isEqualTo(0L);
        assertThat(event.get("recorded_at")).isEqualTo(0L);
        assertThat(event.get("time_quality")).hasToString("UNKNOWN");
    }

    @Test
    void anUnknownTimeThatIsStatedIsRejected() throws IOException {
        assertRejected(
                won(",'time_quality':'UNKNOWN'"), RejectionReason.BAD_TIME, "has to be left out");
    }

    @Test
    void aWholeNumberIsAnAmountInMinorUnits() throws IOException {
        assertThat(event(won(",'amount_minor':1250")).get("amount_minor")).isEqualTo(1_250L);
    }

    @Test
    void aDecimalInQuotesIsAnAmountInMajorUnitsOfItsCurrency() throws IOException {
        assertThat(amount("12.50", "EUR")).isEqualTo(1_250L);
        assertThat(amount("12.500", "EUR")).isEqualTo(1_250L);
        assertThat(amount("1250", "JPY")).isEqualTo(1_250L);
        assertThat(amount("1.250", "KWD")).isEqualTo(1_250L);
        assertThat(amount("-0.01", "USD")).isEqualTo(-1L);
    }

    @Test
    void anAmountWithoutACurrencyHasTwoDigits() throws IOException {
        assertThat(event(won(",'amount_minor':'12.5'")).get("amount_minor")).isEqualTo(1_250L);
    }

    @Test
    void moreDigitsThanTheCurrencyHasAreRejected() throws IOException {
        assertRejected(
                won(",'amount_minor':'12.505','currency':'EUR'"),
                RejectionReason.BAD_AMOUNT,
                "amount_minor \"12.505\" has more than the 2 decimal digits of EUR.");
    }

    @Test
    void anAmountThatIsNoPlainDecimalIsRejected() throws IOException {
        assertRejected(
                won(",'amount_minor':'1,250'"), RejectionReason.BAD_AMOUNT, "is not a decimal");
        assertRejected(won(",'amount_minor':'1e5'"), RejectionReason.BAD_AMOUNT, "is not a");
        assertRejected(
                won(",'amount_minor':12.5"), RejectionReason.WRONG_TYPE, "a decimal in quotes");
    }

    @Test
    void anAmountInACurrencyWithoutDigitsIsRejected() throws IOException {
        assertRejected(
                won(",'amount_minor':'12.50','currency':'EURO'"),
                RejectionReason.BAD_AMOUNT,
                "\"EURO\" is not the ISO 4217 code of money");
    }

    @Test
    void enumerationsIgnoreCase() throws IOException {
        GenericRecord event = event(won(",'deal_type':'project'").replace("WON", "won"));

        assertThat(event.get("kind")).hasToString("WON");
        assertThat(event.get("deal_type")).hasToString("PROJECT");
    }

    @Test
    void anUnknownKindIsRejectedWithASuggestion() throws IOException {
        assertRejected(
                won("").replace("WON", "RE_OPENED"),
                RejectionReason.UNKNOWN_VALUE,
                "Did you mean REOPENED?");
    }

    @Test
    void anUnknownFieldIsRejectedWithASuggestion() throws IOException {
        assertRejected(
                won(",'amount':12"),
                RejectionReason.UNKNOWN_FIELD,
                "\"amount\" is no field of DealMessage. Did you mean amount_minor?");
    }

    @Test
    void aMissingFieldIsNamed() throws IOException {
        assertRejected(
                won("").replace("'deal_id':'d-1'", "'deal_id':null"),
                RejectionReason.MISSING_FIELD,
                "deal_id is absent.");
    }

    @Test
    void anEmptyKeyIsRejected() throws IOException {
        assertRejected(
                won("").replace("d-1", " "), RejectionReason.MISSING_FIELD, "deal_id is needed.");
    }

    @Test
    void contentIsKeyedByTheRepElseByTheDeal() throws IOException {
        String viewed =
                "{'family':'content','kind':'VIEWED','id':'v','source':'cms','content_id':'c-1',"
                        + "'occurred_at':'2026-03-01T10:00:00Z'%s}";

        assertThat(read(viewed.formatted(",'rep_id':'r-1','deal_id':'d-1'")).key())
                .isEqualTo("r-1");
        assertThat(read(viewed.formatted(",'deal_id':'d-1'")).key()).isEqualTo("d-1");
        assertRejected(
                viewed.formatted(""), RejectionReason.MISSING_FIELD, "rep_id or deal_id is needed");
    }

    @Test
    void listsAndGroupsAreReadAndTheirFieldsNamed() throws IOException {
        String split = "{'rep_id':'r-1','kind':'revenue','basis_points':10000}";
        String wrong = split.replace("10000", "'all'");

        assertThat(event(won(",'splits':[" + split + "]")).get("splits"))
                .hasToString(
                        "[{\"rep_id\": \"r-1\", \"kind\": \"REVENUE\", \"basis_points\": 10000}]");
        assertRejected(
                won(",'splits':[" + split + "," + wrong + "]"),
                RejectionReason.WRONG_TYPE,
                "splits[1].basis_points is not a whole number");
    }

    @Test
    void anUnknownFamilyIsRejected() throws IOException {
        assertRejected(
                won("").replace("'deal',", "'deals',"),
                RejectionReason.UNKNOWN_FAMILY,
                "family \"deals\" is not one of [deal, training");
    }

    @Test
    void whatIsNotOneJsonObjectIsRejected() throws IOException {
        assertRejected("WON", RejectionReason.MALFORMED_JSON, "Unrecognized token");
        assertRejected("[]", RejectionReason.MALFORMED_JSON, "not a JSON object");
        assertRejected(won("") + won(""), RejectionReason.MALFORMED_JSON, "Trailing token");
        assertRejected(won(",'id':'e-2'"), RejectionReason.MALFORMED_JSON, "Duplicate");
    }

    @Test
    void aRejectedLineKeepsItsBytesAndItsOrigin() throws IOException {
        byte[] line = "{\"family\":\"déal\"}".getBytes(ISO_8859_1);
        Path file = folder.resolve("deals.jsonl");
        Files.write(file, line);

        Message rejected = Decoded.all(EventFile.jsonLines(file)).get(0);

        assertThat(rejected.topic()).isEqualTo("rejected-records");
        assertThat(rejected.value()).isEqualTo(line);
        assertThat(rejected.key()).isEqualTo("deals.jsonl:1");
        assertThat(rejected.headers())
                .containsEntry("reason", "BAD_ENCODING")
                .containsEntry("detail", "The line is not UTF-8 text.")
                .containsEntry("origin", "deals.jsonl:1");
    }

    private Object amount(String decimal, String currency) throws IOException {
        String fields = ",'amount_minor':'%s','currency':'%s'".formatted(decimal, currency);
        return event(won(fields)).get("amount_minor");
    }

    private void assertRejected(String line, RejectionReason reason, String detail)
            throws IOException {
        Message message = read(line);

        assertThat(message.headers()).containsEntry(Message.REASON, reason.name());
        assertThat(message.headers().get(Message.DETAIL)).contains(detail);
    }

    private GenericRecord event(String line) throws IOException {
        return Decoded.event(read(line));
    }

    private Message read(String line) throws IOException {
        Path file = folder.resolve("events.jsonl");
        Files.write(file, List.of(line.replace('\'', '"')), UTF_8);
        List<Message> messages = Decoded.all(EventFile.jsonLines(file));
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    private static String won(String moreFields) {
        return WON.formatted(moreFields);
    }

    private static long micros(String time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time));
    }
}
