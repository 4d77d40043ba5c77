package io.enablement.impact.journeys;

import io.enablement.domain.attribution.CreditedMoney;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** The table {@code attribution_model}: its columns, and how a run fills them. */
final class AttributionModelTable {

    private static final String LAST_RUN =
            "SELECT toInt64(max(run)) FROM attribution_model WHERE generation = ?";

    private static final String INSERT =
            """
            INSERT INTO attribution_model (generation, run, checkpoint, dimension, model,
                model_order, channel, conversions, value_minor, share, share_low, share_high,
                removal_effect, journeys, won, draws, seed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Connection connection;
    private final ClosedJourneys closed;
    private final ModelRun settings;
    private final long run;

    AttributionModelTable(Connection connection, ClosedJourneys closed, ModelRun settings)
            throws SQLException {
        this.connection = connection;
        this.closed = closed;
        this.settings = settings;
        this.run = lastRun(connection, closed.generation()) + 1;
    }

    void insert(String dimension, List<Journey> journeys, List<ChannelCredit> credit)
            throws SQLException {
        long won = journeys.stream().mapToLong(Journey::won).sum();
        long[] money = money(journeys, credit);
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (int place = 0; place < money.length; place++) {
                statement.setLong(1, closed.generation());
                statement.setLong(2, run);
                statement.setLong(3, closed.checkpoint());
                statement.setString(4, dimension);
                bind(statement, credit.get(place), money[place]);
                statement.setLong(14, journeys.size());
                statement.setLong(15, won);
                statement.setInt(16, settings.draws());
                statement.setLong(17, settings.seed());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, ChannelCredit credit, long valueMinor)
            throws SQLException {
        statement.setString(5, credit.model());
        statement.setInt(6, credit.order());
        statement.setString(7, credit.channel());
        statement.setDouble(8, credit.conversions());
        statement.setLong(9, valueMinor);
        statement.setObject(10, credit.share());
        statement.setObject(11, credit.low());
        statement.setObject(12, credit.high());
        statement.setObject(13, credit.removalEffect());
    }

    private static long lastRun(Connection connection, long generation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_RUN)) {
            statement.setLong(1, generation);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Each model's values in whole minor units, together what was won. */
    private static long[] money(List<Journey> journeys, List<ChannelCredit> credit) {
        long amount = journeys.stream().mapToLong(journey -> (long) journey.value()).sum();
        long[] money = new long[credit.size()];
        List<String> models = credit.stream().map(ChannelCredit::model).distinct().toList();
        for (String model : models) {
            double[] weights =
                    credit.stream()
                            .mapToDouble(
                                    each ->
                                            amount > 0 && each.model().equals(model)
                                                    ? each.value() / amount
                                                    : 0)
                            .toArray();
            long[] shares = CreditedMoney.shares(amount, weights);
            Arrays.setAll(money, place -> money[place] + shares[place]);
        }
        return money;
    }
}
