package io.enablement.streaming.job;

import io.enablement.domain.event.Admission;
import io.enablement.streaming.sink.SinkSettings;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.flink.configuration.Configuration;

/** Everything the archive of events must be told, read once as {@link JobSettings} are. */
public record ArchiveSettings(RunSettings run, Admission admission) {

    /**
     * @throws IllegalArgumentException if anything is missing or wrong; the message lists all of it
     */
    public static ArchiveSettings of(Map<String, String> environment, String... flags) {
        SettingsReader reader = new SettingsReader(environment, flags);
        Supplier<RunSettings> run = RunSettings.read(reader);
        Admission admission = JobSettings.admission(reader);
        return reader.finish(() -> new ArchiveSettings(run.get(), admission));
    }

    public long generation() {
        return run.generation();
    }

    /** Under which name the job's progress shows in Kafka. */
    public String consumerGroup() {
        return run.consumerGroup(EventArchiveJob.NAME);
    }

    /** What these settings mean for Flink. */
    public Configuration flink() {
        return run.flink(EventArchiveJob.NAME);
    }

    /** The horizon alone decides what is archived as refused. */
    SinkSettings sink() {
        String decisions = "(horizon of %d months)".formatted(admission.horizonMonths());
        String horizon = Integer.toString(admission.horizonMonths());
        return run.sink(EventArchiveJob.NAME, decisions)
                .recording(new TreeMap<>(Map.of("horizon_months", horizon)));
    }
}
