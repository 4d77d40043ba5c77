package io.enablement.streaming.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The generation that a job writes: whether it still may, and the settings it is made with, for
 * whoever goes on with it.
 */
final class WrittenGeneration {
    private static final Table SETTING =
            Table.ledger("generation_setting", "name", "value").sharedByJobs();

    private final ClickHouse clickHouse;
    private final SinkSettings settings;
    private boolean recorded;

    WrittenGeneration(ClickHouse clickHouse, SinkSettings settings) {
        this.clickHouse = clickHouse;
        this.settings = settings;
    }

    /** Half a generation would be written: what was dropped is in no later checkpoint. */
    void refuseDropped() throws IOException {
        long drops =
                clickHouse.number(
                        """
                        SELECT count() FROM pipeline_generation
                        WHERE job = '%s' AND generation = %d AND state = 'dropped'
                        """
                                .formatted(settings.job(), settings.generation()));
        if (drops > 0) {
            StartCheck.refuse(
                    List.of(
                            "Generation %d of %s was dropped: write a new generation"
                                    .formatted(settings.generation(), settings.job())));
        }
    }

    /** Once a run: the settings stay the same within a generation. */
    void record(long checkpoint) throws IOException {
        if (recorded || settings.recorded().isEmpty()) {
            return;
        }
        String token =
                "%s:%d:%s:%d"
                        .formatted(
                                settings.job(), settings.generation(), SETTING.name(), checkpoint);
        clickHouse.insert(SETTING, token, rows(checkpoint));
        recorded = true;
    }

    private byte[] rows(long checkpoint) throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (Map.Entry<String, String> setting : settings.recorded().entrySet()) {
            RowBytes row =
                    SETTING.technical(settings, checkpoint, false)
                            .string(setting.getKey())
                            .string(setting.getValue());
            rows.writeBytes(row.toBytes());
        }
        return Lz4.compress(rows.toByteArray());
    }
}
