package io.enablement.impact.panel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads what one published checkpoint of the active generation says.
 *
 * <p>Where nothing newer is stored, the rows themselves are that checkpoint, and are read as they
 * are; where something is (a job is committing, or went on since), months and memberships are added
 * up from the ledgers up to it. Employment, definitions and content have no ledger: they are read
 * as they are now.
 */
public final class HistoryReader {

    private final Connection connection;
    private final long latest;

    private HistoryReader(Connection connection, long latest) {
        this.connection = connection;
        this.latest = latest;
    }

    /** Reads the newest published checkpoint. */
    public static HistoryReader ofNewest(Connection connection) {
        return new HistoryReader(connection, Long.MAX_VALUE);
    }

    /** Reads a checkpoint that has been published. */
    public static HistoryReader of(Connection connection, long checkpoint) {
        return new HistoryReader(connection, checkpoint);
    }

    /**
     * @throws NothingPublished where no checkpoint has been
     */
    public SalesHistory read() throws SQLException {
        PublishedCheckpoint checkpoint = new PublishedCheckpoint(connection, latest);
        MonthSource source = checkpoint.source();
        SalesHistory history = read(source);
        // Versions only grow: what is not newer now was not newer while it was read.
        return source.ledgers() || !checkpoint.isNewerStored(source)
                ? history
                : read(source.fromLedgers());
    }

    private SalesHistory read(MonthSource source) throws SQLException {
        List<Spell> spells = new SpellReader(connection).read();
        SalesReader reader = new SalesReader(connection);
        SalesMonths sales = reader.months(source, spells);
        Exposures exposures = new ExposureReader(connection).read(source, sales);
        List<ProgrammeMonth> activities = new ActivityReader(connection).read(source, sales);
        for (ProgrammeMonth each : activities) {
            if (each.waived() > 0) {
                exposures.addWaiver(each.programme(), each.rep(), each.month());
            }
        }
        Published published = source.published().withMedianCycle(reader.medianCycle(source));
        return new SalesHistory(
                published,
                sales,
                new Employment(spells, published.zone()),
                exposures,
                new DefinitionReader(connection).read(),
                activities);
    }
}
