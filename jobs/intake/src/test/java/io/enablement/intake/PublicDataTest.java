package io.enablement.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.enablement.domain.event.Family;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** The shipped mappings on the public data sets they are made for, where these are at hand. */
class PublicDataTest {

    @Test
    void opportunitiesBecomeDealsAndSellersBecomeReps() {
        List<GenericRecord> events = events("crm-opportunities", "sales_pipeline.csv");

        assertThat(countsBy(events, "kind"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "CREATED", 8_800L,
                                "STAGE_CHANGED", 8_300L,
                                "WON", 4_238L,
                                "LOST", 2_473L,
                                "HIRED", 35L));
    }

    @Test
    void opportunitiesWithoutADateAreCreatedAtAnUnknownTime() {
        List<GenericRecord> created =
                events("crm-opportunities", "sales_pipeline.csv").stream()
                        .filter(event -> event.get("kind").toString().equals("CREATED"))
                        .toList();

        assertThat(countsBy(created, "time_quality"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("DAY", 8_300L, "UNKNOWN", 500L));
    }

    @Test
    void wonAmountsAreExact() {
        long won =
                events("crm-opportunities", "sales_pipeline.csv").stream()
                        .filter(event -> event.get("kind").toString().equals("WON"))
                        .mapToLong(event -> (Long) event.get("amount_minor"))
                        .sum();

        assertThat(won).isEqualTo(1_000_553_400L);
    }

    @Test
    void salesPeopleBecomeQuotasAndOneDealEach() {
        try (EventFile file = open("adventureworks-quotas", "quotas", "SalesPerson.csv")) {
            IntakeSummary summary = file.readToEnd();

            assertThat(summary.rejected()).isEmpty();
            assertThat(summary.events())
                    .containsEntry(Family.QUOTA, 14L)
                    .containsEntry(Family.DEAL, 34L)
                    .containsEntry(Family.REP, 17L);
        }
    }

    private static List<GenericRecord> events(String name, String file) {
        List<Message> messages = Decoded.all(open(name, name, file));
        assertThat(messages).noneMatch(Message::isRejected);
        return messages.stream().map(Decoded::event).toList();
    }

    private static EventFile open(String mapping, String folder, String file) {
        Path path = data().resolve(folder).resolve(file);
        assumeTrue(Files.exists(path), "the data set is not at hand");
        return EventFile.csv(Mapping.find(mapping + ".yaml"), List.of(path));
    }

    /** The folder of shared data beside the project. */
    private static Path data() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve("data"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("shared-data-is-absent"));
    }

    private static Map<String, Long> countsBy(List<GenericRecord> events, String field) {
        Function<GenericRecord, String> value = event -> event.get(field).toString();
        return events.stream().collect(Collectors.groupingBy(value, Collectors.counting()));
    }
}
