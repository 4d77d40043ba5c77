package io.enablement.impact.journeys;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Markov and Shapley over all closed journeys, per programme and per content, from ClickHouse into
 * its table {@code attribution_model}.
 *
 * @param order how many channels Markov remembers, 1 or 2
 * @param draws of journeys for the intervals; 0 for none
 */
public record ModelRun(int order, int draws, long seed) {

    public static final ModelRun DEFAULT = new ModelRun(1, 200, 1);

    /** The channel of what was won without a touch. */
    static final String UNATTRIBUTED = "unattributed";

    /** Reads, computes and writes; the number of journeys that were read. */
    public long run(Connection connection) throws SQLException {
        ClosedJourneys closed = new JourneyReader(connection).read();
        AttributionModelTable table = new AttributionModelTable(connection, closed, this);
        table.insert("programme", closed.byProgramme(), credit(closed.byProgramme()));
        table.insert("content", closed.byContent(), credit(closed.byContent()));
        return closed.byProgramme().size();
    }

    private List<ChannelCredit> credit(List<Journey> closed) {
        Journeys journeys = Journeys.of(closed);
        // Too many journeys for draws have intervals that need none.
        Bootstrap bootstrap =
                new Bootstrap(closed.size() > Bootstrap.MOST_JOURNEYS ? 0 : draws, seed);
        List<ChannelCredit> credit = new ArrayList<>();
        for (CreditModel model : List.of(new Markov(order), new Shapley())) {
            credit.addAll(ChannelCredit.of(model, journeys, bootstrap));
            if (journeys.wonUntouched() > 0) {
                credit.add(untouched(model, journeys));
            }
        }
        return credit;
    }

    private static ChannelCredit untouched(CreditModel model, Journeys journeys) {
        return new ChannelCredit(
                model.label(),
                model.order(),
                UNATTRIBUTED,
                journeys.wonUntouched(),
                journeys.valueUntouched(),
                null,
                null,
                null,
                null);
    }
}
