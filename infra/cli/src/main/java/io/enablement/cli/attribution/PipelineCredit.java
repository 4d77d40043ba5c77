package io.enablement.cli.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.OutputFormat;
import io.enablement.cli.console.TextTable;
import io.enablement.cli.console.TextTable.Row;
import io.enablement.cli.scorecard.Figures;
import io.enablement.impact.journeys.ChannelCredit;
import java.util.List;
import java.util.Map;

/**
 * Credit for the programmes and the content of the pipeline, under all models beside each other.
 */
final class PipelineCredit {

    private static final String CREDIT =
            """
            SELECT *
            FROM model_credit
            WHERE dimension IN splitByChar(',', {dimensions:String})
                AND has(splitByChar(',', {models:String}), model)
                AND model_order IN (0, {order:UInt8})
            ORDER BY dimension DESC, indexOf(splitByChar(',', {models:String}), model), channel
            """;

    /** Never added up: a deal counts whole for each programme that touched it. */
    private static final String INFLUENCED =
            """
            SELECT
                if(programme_id = '', '(none)', programme_id),
                any(influenced_deals), any(influenced_amount_minor)
            FROM programme_attribution
            WHERE period_kind = 'all' AND influenced_deals IS NOT NULL
            GROUP BY programme_id
            ORDER BY any(influenced_amount_minor) DESC, programme_id
            """;

    private static final String FLAGGED =
            "SELECT flag, outcome, deals, left_out FROM attribution_flag ORDER BY flag, outcome";

    private final ClickHouse clickHouse;
    private final ModelOptions models;
    private final Console console;

    PipelineCredit(ClickHouse clickHouse, ModelOptions models, Console console) {
        this.clickHouse = clickHouse;
        this.models = models;
        this.console = console;
    }

    void answer(OutputFormat format) {
        long journeys = compute();
        switch (format) {
            case CSV -> clickHouse.writeCsv(CREDIT, parameters("programme,content"), System.out);
            case JSON -> clickHouse.writeJson(CREDIT, parameters("programme,content"), System.out);
            case TABLE -> print(journeys);
        }
    }

    /** Brings the models that look at all journeys up to date; the number of journeys. */
    private long compute() {
        console.progress("Looking at all journeys");
        return clickHouse.run(models.ofPipeline()::run);
    }

    private void print(long journeys) {
        if (journeys == 0) {
            console.plain("There are no journeys: no deal is over, or attribution has not run");
            return;
        }
        Figures figures = Figures.of(clickHouse);
        console.plain(
                "%s journeys; money in %s"
                        .formatted(Console.count(journeys), figures.currency().getCurrencyCode()));
        printFlagged();
        printInfluenced(figures);
        print("Programme", "programme", figures);
        print("Content", "content", figures);
    }

    private void printFlagged() {
        print(
                "Journeys that lack something",
                List.of("Flag", "Outcome", "Deals", "Touches left out"),
                2,
                clickHouse.rows(FLAGGED, Map.of()).stream()
                        .map(
                                row ->
                                        List.of(
                                                row.get(0),
                                                row.get(1),
                                                grouped(row, 2),
                                                grouped(row, 3)))
                        .toList());
    }

    private void printInfluenced(Figures figures) {
        print(
                "Influenced: the whole amounts of the won deals it touched, which overlap",
                List.of("Programme", "Deals", "Amount"),
                1,
                clickHouse.rows(INFLUENCED, Map.of()).stream()
                        .map(
                                row ->
                                        List.of(
                                                row.get(0),
                                                grouped(row, 1),
                                                CreditTable.decimal(
                                                        major(
                                                                Long.parseLong(row.get(2)),
                                                                figures))))
                        .toList());
    }

    private void print(String title, List<String> headings, int names, List<List<String>> cells) {
        if (!cells.isEmpty()) {
            console.plain("");
            console.result("@|bold " + title + "|@");
            new TextTable(headings, names, cells.stream().map(Row::of).toList())
                    .lines(CreditTable.PAGE_WIDTH)
                    .forEach(console::result);
        }
    }

    private static String grouped(List<String> row, int column) {
        return Console.count(Long.parseLong(row.get(column)));
    }

    private static double major(long minor, Figures figures) {
        return minor / Math.pow(10, Math.max(0, figures.currency().getDefaultFractionDigits()));
    }

    private void print(String heading, String dimension, Figures figures) {
        List<ChannelCredit> credit =
                clickHouse.objects(CREDIT, parameters(dimension)).stream()
                        .map(row -> credit(row, figures))
                        .toList();
        if (!credit.isEmpty()) {
            console.plain("");
            new CreditPrinter(console).print(new CreditTable(heading, credit));
        }
    }

    private Map<String, String> parameters(String dimensions) {
        return Map.of(
                "dimensions",
                dimensions,
                "models",
                String.join(",", models.namesOfPipeline()),
                "order",
                String.valueOf(models.ofPipeline().order()));
    }

    private static ChannelCredit credit(JsonNode row, Figures figures) {
        return new ChannelCredit(
                row.path("model").asText(),
                row.path("model_order").asInt(),
                row.path("channel").asText(),
                row.path("conversions").asDouble(),
                major(row.path("value_minor").asLong(), figures),
                number(row, "share"),
                number(row, "share_low"),
                number(row, "share_high"),
                number(row, "removal_effect"));
    }

    private static Double number(JsonNode row, String field) {
        return row.path(field).isNumber() ? Double.valueOf(row.path(field).asDouble()) : null;
    }
}
