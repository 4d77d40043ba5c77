package io.enablement.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvMappingTest {
    private static final String DEALS =
            """
            source: crm
            currency: EUR
            %s
            files:
              - file: deals.csv
                %s
                events:
                  - family: deal
                    kind: WON
                    fields:
                      deal_id: "{id}"
                      occurred_at: "{day}"
                      %s
            """;

    @TempDir Path folder;

    @Test
    void aRowBecomesTheEventThatTheMappingDescribes() throws IOException {
        mapping("", "", "amount_minor: '{amount}'");
        csv("id,day,amount\nd-1,2026-03-01,12.50\n");

        GenericRecord event = onlyEvent();

        assertThat(event.get("source")).isEqualTo("crm");
        assertThat(event.get("deal_id")).isEqualTo("d-1");
        assertThat(event.get("occurred_at")).isEqualTo(micros("2026-03-01T00:00:00Z"));
        assertThat(event.get("time_quality")).hasToString("DAY");
        assertThat(event.get("amount_minor")).isEqualTo(1_250L);
        assertThat(event.get("currency")).isEqualTo("EUR");
    }

    @Test
    void anEmptyColumnLeavesTheFieldOut() throws IOException {
        mapping("", "", "account_id: '{account}'");
        csv("id,day,account\nd-1,2026-03-01,\n");

        assertThat(onlyEvent().get("account_id")).isNull();
    }

    @Test
    void templatesJoinColumnsAndTexts() throws IOException {
        mapping("", "", "account_id: 'account {account} of {id}'");
        csv("id,day,account\nd-1,2026-03-01,7\n");

        assertThat(onlyEvent().get("account_id")).isEqualTo("account 7 of d-1");
    }

    @Test
    void valuesAreReplacedAndDefaultsFillGaps() throws IOException {
        mapping(
                "",
                "",
                "stage: {column: stage, values: {GTXPro: GTX Pro}}\n"
                        + "          loss_reason: {column: reason, default: none}");
        csv("id,day,stage,reason\nd-1,2026-03-01,GTXPro,\n");

        GenericRecord event = onlyEvent();

        assertThat(event.get("stage")).isEqualTo("GTX Pro");
        assertThat(event.get("loss_reason")).isEqualTo("none");
    }

    @Test
    void datesAreReadInTheFirstFormatThatFits() throws IOException {
        mapping("date_formats: [dd.MM.yyyy, yyyy-MM-dd HH:mm]\nzone: Europe/Berlin", "", "");
        csv("id,day\nd-1,01.03.2026\nd-2,2026-03-01 10:00\n");

        List<Message> messages = read();

        assertThat(occurredAt(messages.get(0))).isEqualTo(micros("2026-03-01T00:00:00Z"));
        assertThat(occurredAt(messages.get(1))).isEqualTo(micros("2026-03-01T09:00:00Z"));
    }

    @Test
    void aDateThatIsNoneIsRejected() throws IOException {
        mapping("date_formats: yyyy-MM-dd", "", "");
        csv("id,day\nd-1,2026-02-30\nd-2,01.03.2026\nd-3,2026-03-01\n");

        assertThat(Decoded.kinds(read())).containsExactly("BAD_TIME", "BAD_TIME", "WON");
    }

    @Test
    void aDateOfAnotherFieldStartsInTheZoneOfTheFile() throws IOException {
        mapping("zone: Europe/Berlin", "", "expected_close_at: '{day}'");
        csv("id,day\nd-1,2026-03-01\n");

        assertThat(onlyEvent().get("expected_close_at")).isEqualTo(micros("2026-02-28T23:00:00Z"));
    }

    @Test
    void amountsAreRoundedHalfEvenOnlyWhereTheMappingSaysSo() throws IOException {
        csv("id,day,amount\nd-1,2026-03-01,0.125\nd-2,2026-03-01,0.135\n");

        mapping("", "", "amount_minor: {column: amount, rounding: half_even}");
        assertThat(amounts()).containsExactly(12L, 14L);

        mapping("", "", "amount_minor: '{amount}'");
        assertThat(Decoded.kinds(read())).containsExactly("BAD_AMOUNT", "BAD_AMOUNT");
    }

    @Test
    void amountsMayBeInMinorUnits() throws IOException {
        mapping("", "", "amount_minor: {column: amount, unit: minor}");
        csv("id,day,amount\nd-1,2026-03-01,1250\n");

        assertThat(onlyEvent().get("amount_minor")).isEqualTo(1_250L);
    }

    @Test
    void negativeAmountsAreLeftToTheJudgementOfTheDomain() throws IOException {
        mapping("", "", "amount_minor: '{amount}'");
        csv("id,day,amount\nd-1,2026-03-01,-1\n");

        assertThat(onlyEvent().get("amount_minor")).isEqualTo(-100L);
    }

    @Test
    void conditionsChooseTheEventsOfARow() throws IOException {
        mapping("", "unmatched: skip", "");
        addWhen("[{column: stage, in: [Won, Closed]}, {column: day, empty: false}]");
        csv("id,day,stage\nd-1,2026-03-01,Won\nd-2,,Closed\nd-3,2026-03-01,Open\n");

        try (EventFile file = open()) {
            IntakeSummary summary = file.readToEnd();

            assertThat(summary.accepted()).isEqualTo(1);
            assertThat(summary.skipped()).isEqualTo(2);
            assertThat(summary.rows()).isEqualTo(3);
        }
    }

    @Test
    void aRowWithoutAnEventIsRejectedUnlessTheMappingSkipsIt() throws IOException {
        mapping("", "", "");
        addWhen("{column: day, empty: true}");
        csv("id,day\nd-1,2026-03-01\n");

        assertThat(Decoded.kinds(read())).containsExactly("NO_EVENT");
    }

    @Test
    void lookupsFindValuesInAnotherFile() throws IOException {
        Files.writeString(folder.resolve("reps.csv"), "name,rep\nAnna,r-1\n");
        mapping(
                "lookups: {reps: {file: reps.csv, key: name}}",
                "",
                "owner: {column: seller, lookup: {table: reps, column: rep}}");
        csv("id,day,seller\nd-1,2026-03-01,Anna\nd-2,2026-03-01,Ben\nd-3,2026-03-01,\n");

        List<Message> messages = read();

        assertThat(Decoded.kinds(messages)).containsExactly("WON", "LOOKUP_MISSING", "WON");
        assertThat(Decoded.event(messages.get(0)).get("owner")).isEqualTo("r-1");
        assertThat(Decoded.event(messages.get(2)).get("owner")).isNull();
    }

    @Test
    void aLookupMayHaveADefault() throws IOException {
        Files.writeString(folder.resolve("reps.csv"), "name,rep\nAnna,r-1\n");
        mapping(
                "lookups: {reps: {file: reps.csv, key: name}}",
                "",
                "owner: {column: seller, lookup: {table: reps, column: rep}, default: r-0}");
        csv("id,day,seller\nd-2,2026-03-01,Ben\n");

        assertThat(onlyEvent().get("owner")).isEqualTo("r-0");
    }

    @Test
    void twoIdenticalRowsAreTheSameEvent() throws IOException {
        mapping("", "", "stage: '{stage}'");
        csv("id,day,stage\nd-1,2026-03-01,A\nd-1,2026-03-01,A\nd-1,2026-03-01,B\n");

        List<Object> ids = read().stream().map(each -> Decoded.event(each).get("id")).toList();

        assertThat(ids.get(0).toString()).matches("[0-9a-f]{32}");
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
    }

    @Test
    void theMappingMayNameTheEvents() throws IOException {
        mapping("", "", "id: '{id}-won'");
        csv("id,day\nd-1,2026-03-01\n");

        assertThat(onlyEvent().get("id")).isEqualTo("d-1-won");
    }

    @Test
    void listsAreSplit() throws IOException {
        Files.writeString(
                folder.resolve("mapping.yaml"),
                """
                source: lms
                files:
                  - file: deals.csv
                    events:
                      - family: programme
                        kind: DEFINED
                        fields:
                          occurred_at: "{day}"
                          programme_id: "{id}"
                          course_ids: "{courses}"
                          half_life_days: "{half_life}"
                """);
        csv("id,day,courses,half_life\np-1,2026-03-01,a; b,7.5\n");

        GenericRecord event = onlyEvent();

        assertThat(event.get("course_ids")).hasToString("[a, b]");
        assertThat(event.get("half_life_days")).isEqualTo(7.5);
    }

    @Test
    void aFileWithoutAHeaderGetsTheColumnsOfTheMapping() throws IOException {
        mapping("", "columns: [id, day]\n    delimiter: tab", "");
        csv("d-1\t2026-03-01\n");

        assertThat(onlyEvent().get("deal_id")).isEqualTo("d-1");
    }

    @Test
    void theEncodingIsThatOfTheMapping() throws IOException {
        mapping("encoding: windows-1252", "", "account_id: '{account}'");
        csv("id,day,account\nd-1,2026-03-01,Müller €\n", Charset.forName("windows-1252"));

        assertThat(onlyEvent().get("account_id")).isEqualTo("Müller €");
    }

    @Test
    void rowsThatCannotBeReadAreRejectedWithTheirLineNumberAndReadingGoesOn() throws IOException {
        mapping("", "", "");
        csv("id,day\r\nd-1\r\nd-2,2026-03-01,x\r\n\"d\"-3,2026-03-01\r\nd-4,2026-03-01\r\n");

        List<Message> messages = read();

        assertThat(Decoded.kinds(messages))
                .containsExactly("WRONG_FIELD_COUNT", "WRONG_FIELD_COUNT", "BAD_QUOTE", "WON");
        assertThat(messages.get(2).key()).isEqualTo("deals.csv:4");
        assertThat(messages.get(2).value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("\"d\"-3,2026-03-01");
    }

    @Test
    void aQuotedFieldMaySpanLines() throws IOException {
        mapping("", "", "account_id: '{account}'");
        csv("id,day,account\nd-1,2026-03-01,\"two\n\"\"lines\"\", one field\"\nd-2,bad,\n");

        List<Message> messages = read();

        assertThat(Decoded.event(messages.get(0)).get("account_id"))
                .isEqualTo("two\n\"lines\", one field");
        assertThat(messages.get(1).key()).isEqualTo("deals.csv:4");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOneLineOnly() throws IOException {
        mapping("", "", "");
        csv("id,day\n\"d-1,2026-03-01\nd-2,2026-03-01\nd-3,2026-03-01\n");

        assertThat(Decoded.kinds(read())).containsExactly("BAD_QUOTE", "WON", "WON");
    }

    @Test
    void aQuoteThatIsClosedWithinALaterFieldCostsOneLineOnly() throws IOException {
        mapping("", "", "");
        csv("id,day\n\"d-1,2026-03-01\nd-2,2026-03-01\n\"d-3\",2026-03-01\n");

        assertThat(Decoded.kinds(read())).containsExactly("BAD_QUOTE", "WON", "WON");
    }

    @Test
    void aFileThatIsNotGivenIsFoundBesideTheFirst() throws IOException {
        mapping("", "", "");
        csv("id,day\nd-1,2026-03-01\n");
        Path other = Files.writeString(folder.resolve("reps.csv"), "rep\nr-1\n");
        addRepSection();

        assertThat(Decoded.kinds(Decoded.all(EventFile.csv(load(), List.of(other)))))
                .containsExactly("WON", "HIRED");
    }

    @Test
    void aFileThatIsNowhereIsNamed() throws IOException {
        mapping("", "", "");
        csv("id,day\nd-1,2026-03-01\n");
        addRepSection();

        assertThatThrownBy(this::open)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("reps.csv is not given and does not lie beside");
    }

    @Test
    void aFileThatTheMappingDoesNotKnowIsNamed() throws IOException {
        mapping("", "", "");
        csv("id,day\nd-1,2026-03-01\n");
        Path other = Files.writeString(folder.resolve("other.csv"), "x\n");

        assertThatThrownBy(() -> EventFile.csv(load(), List.of(folder.resolve("deals.csv"), other)))
                .hasMessageContaining("other.csv is none of the files that the mapping reads");
    }

    @Test
    void columnsThatTheFileDoesNotHaveAreNamedBeforeTheFirstRow() throws IOException {
        mapping("", "", "account_id: '{acount}'\n          stage: '{phase}'");
        csv("id,day,account\nd-1,2026-03-01,x\n");

        assertThatThrownBy(this::open)
                .hasMessageContaining("deals.csv has no column \"acount\". Did you mean account?")
                .hasMessageContaining("deals.csv has no column \"phase\".");
    }

    @Test
    void aColumnThatIsThereTwiceIsNotGuessed() throws IOException {
        mapping("", "", "");
        csv("id,day,day\nd-1,2026-03-01,2026-03-02\n");

        assertThatThrownBy(this::open)
                .hasMessageContaining("deals.csv has more than one column \"day\".");
    }

    private void mapping(String top, String section, String fields) throws IOException {
        Files.writeString(folder.resolve("mapping.yaml"), DEALS.formatted(top, section, fields));
    }

    private void addWhen(String conditions) throws IOException {
        Path file = folder.resolve("mapping.yaml");
        String when = "kind: WON\n        when: " + conditions;
        Files.writeString(file, Files.readString(file).replace("kind: WON", when));
    }

    private void addRepSection() throws IOException {
        Path file = folder.resolve("mapping.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        + """
                  - file: reps.csv
                    events:
                      - family: rep
                        kind: HIRED
                        fields: {rep_id: "{rep}", time_quality: unknown}
                """);
    }

    private void csv(String text) throws IOException {
        csv(text, StandardCharsets.UTF_8);
    }

    private void csv(String text, Charset charset) throws IOException {
        Files.writeString(folder.resolve("deals.csv"), text, charset);
    }

    private List<Object> amounts() {
        return read().stream().map(each -> Decoded.event(each).get("amount_minor")).toList();
    }

    private static Object occurredAt(Message message) {
        return Decoded.event(message).get("occurred_at");
    }

    private GenericRecord onlyEvent() {
        List<Message> messages = read();
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).headers()).isEmpty();
        return Decoded.event(messages.get(0));
    }

    private List<Message> read() {
        return Decoded.all(open());
    }

    private EventFile open() {
        return EventFile.csv(load(), List.of(folder.resolve("deals.csv")));
    }

    private Mapping load() {
        return Mapping.load(folder.resolve("mapping.yaml"));
    }

    private static long micros(String time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time));
    }
}
