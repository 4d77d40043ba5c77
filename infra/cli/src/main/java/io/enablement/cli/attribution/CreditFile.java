package io.enablement.cli.attribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.enablement.impact.journeys.ChannelCredit;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Credit for programs: a row for each model and channel; what is unknown is empty or null. */
final class CreditFile {

    private static final List<String> COLUMNS =
            List.of(
                    "model",
                    "order",
                    "channel",
                    "conversions",
                    "value",
                    "share",
                    "low",
                    "high",
                    "removal_effect");

    private CreditFile() {}

    static void writeCsv(List<ChannelCredit> credit, PrintStream out) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            credit.forEach(each -> csv.writeRecord(fields(each)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(text);
    }

    static void writeJson(List<ChannelCredit> credit, PrintStream out) {
        ObjectMapper json =
                JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .build();
        try {
            out.println(json.writeValueAsString(credit));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written", e);
        }
    }

    private static List<String> fields(ChannelCredit credit) {
        return Stream.of(
                        credit.model(),
                        credit.order(),
                        credit.channel(),
                        credit.conversions(),
                        credit.value(),
                        credit.share(),
                        credit.low(),
                        credit.high(),
                        credit.removalEffect())
                .map(field -> Objects.toString(field, ""))
                .toList();
    }
}
