package io.enablement.cli.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.OutputFormat;
import io.enablement.cli.console.RunException;
import io.enablement.cli.scorecard.Figures;
import io.enablement.impact.journeys.AttributionModels;
import io.enablement.impact.journeys.ChannelCredit;
import java.sql.Connection;
import java.sql.SQLException;
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
        try (Connection connection =
                AttributionModels.connect(
                        clickHouse.url().toString(),
                        clickHouse.database(),
                        clickHouse.credentials().user(),
                        clickHouse.credentials().password())) {
            return models.ofPipeline().run(connection);
        } catch (SQLException e) {
            throw new RunException("ClickHouse says: " + e.getMessage(), e);
        }
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
        print("Programme", "programme", figures);
        print("Content", "content", figures);
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
        int digits = Math.max(0, figures.currency().getDefaultFractionDigits());
        return new ChannelCredit(
                row.path("model").asText(),
                row.path("model_order").asInt(),
                row.path("channel").asText(),
                row.path("conversions").asDouble(),
                row.path("value_minor").asLong() / Math.pow(10, digits),
                number(row, "share"),
                number(row, "share_low"),
                number(row, "share_high"),
                number(row, "removal_effect"));
    }

    private static Double number(JsonNode row, String field) {
        return row.path(field).isNumber() ? Double.valueOf(row.path(field).asDouble()) : null;
    }
}
