package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enablement.domain.ContentEvents;
import io.enablement.domain.DealEvents;
import io.enablement.domain.Times;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Moment;
import io.enablement.local.testing.Services;
import io.enablement.streaming.sink.ClickHouseSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Published paths as events, through Kafka and Flink into ClickHouse: a won deal for each
 * conversion, a lost one for each null, and a use of content that names the deal for each step. The
 * short version makes one won deal of all conversions of a path and lets it count as many times,
 * which is the same, and leaves out most of the lost ones, which have no credit. Catches a touch
 * that is credited to another deal, lost, counted twice or out of order.
 */
class AttributionPathsIT {

    private static final boolean ALL = Boolean.getBoolean("test.long");
    private static final int LOST_PATHS_EVERY = ALL ? 1 : 10;
    private static final Path FOLDER =
            Path.of("")
                    .toAbsolutePath()
                    .getParent()
                    .getParent()
                    .resolveSibling("shared")
                    .resolve("data/attribution-paths");
    private static final int CREATED_DAY = -100;

    @TempDir private static Path directory;
    private static ResultDatabase database;
    private static int deals;

    /** One line of the file. */
    private record Line(int number, List<String> channels, int conversions, int nulls) {

        static Line of(int number, String text) {
            String[] columns = text.replace("\"", "").split(",");
            return new Line(
                    number,
                    List.of(columns[0].split(" > ")),
                    Integer.parseInt(columns[1]),
                    Integer.parseInt(columns[3]));
        }
    }

    @BeforeAll
    static void process() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "the public data is not there");
        database = ResultDatabase.fresh();
        try (TestTopics topics = TestTopics.create(Services.bootstrapServers(), "paths-")) {
            send(topics);
        }
        AttributionSettings settings = settings();
        Configuration flink = settings.flink();
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        AttributionJob.build(
                env,
                settings.job().rules(),
                settings.attribution(),
                settings.job().admission(),
                new BoundedKafkaMessages(Services.bootstrapServers(), "paths-"),
                new ClickHouseSink(settings.sink(), AttributionJob.TABLES));
        env.execute("paths");
    }

    @Test
    void makeAJourneyOfEveryDeal() {
        assertThat(database.number("count() FROM current_journey")).isEqualTo(deals);
    }

    @Test
    void giveThePublishedConversionsUnderEveryRule() throws IOException {
        Map<String, double[]> conversions = conversions();

        List<String> lines = Files.readAllLines(FOLDER.resolve("expected-first-last-linear.csv"));

        assertThat(conversions).hasSize(lines.size() - 1);
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.replace("\"", "").split(",");
            double[] expected = {number(columns[1]), number(columns[3]), number(columns[5])};
            assertThat(conversions.get(columns[0]))
                    .as(columns[0])
                    .containsExactly(expected, within(1e-6));
        }
    }

    /** First, last and linear by channel; the deal's id says how many conversions it stands for. */
    private static Map<String, double[]> conversions() {
        Map<String, double[]> conversions = new TreeMap<>();
        database.execute(
                        """
                        SELECT
                            content_id,
                            sumIf(weight * conversions, model = 'first'),
                            sumIf(weight * conversions, model = 'last'),
                            sumIf(weight * conversions, model = 'linear')
                        FROM
                        (
                            SELECT *, toUInt32(splitByChar('x', deal_id)[2]) AS conversions
                            FROM current_attribution_credit
                        )
                        GROUP BY content_id
                        """)
                .lines()
                .map(line -> line.split("\t"))
                .forEach(
                        row ->
                                conversions.put(
                                        row[0],
                                        Stream.of(row)
                                                .skip(1)
                                                .mapToDouble(AttributionPathsIT::number)
                                                .toArray()));
        return conversions;
    }

    private static void send(TestTopics topics) throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("paths.csv"));
        for (int number = 1; number < lines.size(); number++) {
            Line line = Line.of(number, lines.get(number));
            int wonDeals = ALL ? line.conversions() : Math.min(1, line.conversions());
            for (int copy = 0; copy < wonDeals; copy++) {
                String count = "x" + line.conversions() / wonDeals + "x";
                send("won-" + number + count + copy, line, DealEvent.Kind.WON, topics);
            }
            int lostDeals = number % LOST_PATHS_EVERY == 0 ? line.nulls() : 0;
            for (int copy = 0; copy < lostDeals; copy++) {
                send("lost-" + number + "x1x" + copy, line, DealEvent.Kind.LOST, topics);
            }
        }
    }

    private static void send(String dealId, Line line, DealEvent.Kind outcome, TestTopics topics) {
        deals++;
        topics.send(DealEvents.created(Times.day(CREATED_DAY)).dealId(dealId).event());
        for (int step = 0; step < line.channels().size(); step++) {
            Moment at = Moment.of(Times.day(CREATED_DAY).micros() + step);
            ContentEvent use =
                    ContentEvents.happened(ContentEvent.Kind.VIEWED, at)
                            .id(dealId + "-" + step)
                            .repId("rep-" + line.number() % 100)
                            .dealId(dealId)
                            .contentId(line.channels().get(step))
                            .event();
            topics.send(use);
        }
        topics.send(
                DealEvents.happened(outcome, Times.day(CREATED_DAY + 1)).dealId(dealId).event());
    }

    private static AttributionSettings settings() {
        return AttributionSettings.of(
                Map.of(
                        "ENABLEMENT_CLICKHOUSE", Services.clickHouseUrl(),
                        "ENABLEMENT_CLICKHOUSE_USER", Services.user(),
                        "ENABLEMENT_CLICKHOUSE_PASSWORD", Services.password(),
                        "ENABLEMENT_CLICKHOUSE_DATABASE", database.name()),
                "--checkpoints",
                directory.resolve("checkpoints").toUri().toString());
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
