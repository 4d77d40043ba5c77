package io.enablement.streaming.job;

import io.enablement.domain.attribution.AttributionRules;
import io.enablement.streaming.sink.SinkSettings;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.apache.flink.configuration.Configuration;

/**
 * Everything attribution must be told, read once as {@link JobSettings} are: the same and what
 * touches count for.
 */
public record AttributionSettings(JobSettings job, AttributionRules attribution) {

    private static final int MOST_DAYS = 3_650;
    private static final int MOST_TOUCHES = 1_000;

    /**
     * @throws IllegalArgumentException if anything is missing or wrong; the message lists all of it
     */
    public static AttributionSettings of(Map<String, String> environment, String... flags) {
        SettingsReader reader = new SettingsReader(environment, flags);
        Supplier<JobSettings> job = JobSettings.read(reader);
        AttributionRules usual = AttributionRules.DEFAULT;
        int content = days(reader, "lookback-days-content", usual.contentDays());
        int training = days(reader, "lookback-days-training", usual.trainingDays());
        int assignment = days(reader, "lookback-days-assignment", usual.assignmentDays());
        int coaching = days(reader, "lookback-days-coaching", usual.coachingDays());
        int halfLife = (int) reader.whole("half-life-days", usual.halfLifeDays(), 1, MOST_DAYS);
        int touches =
                (int) reader.whole("touches-per-deal", usual.touchesPerDeal(), 2, MOST_TOUCHES);
        return reader.finish(
                () -> {
                    JobSettings settings = job.get();
                    return new AttributionSettings(
                            settings,
                            new AttributionRules(
                                    content,
                                    training,
                                    assignment,
                                    coaching,
                                    halfLife,
                                    touches,
                                    settings.admission().horizonMonths()));
                });
    }

    public long generation() {
        return job.generation();
    }

    /** Under which name the job's progress shows in Kafka. */
    public String consumerGroup() {
        return job.consumerGroup(AttributionJob.NAME);
    }

    /** What these settings mean for Flink. */
    public Configuration flink() {
        return job.run().flink(AttributionJob.NAME);
    }

    SinkSettings sink() {
        SortedMap<String, String> recorded = job.recorded();
        recorded.put("lookback_days_content", Integer.toString(attribution.contentDays()));
        recorded.put("lookback_days_training", Integer.toString(attribution.trainingDays()));
        recorded.put("lookback_days_assignment", Integer.toString(attribution.assignmentDays()));
        recorded.put("lookback_days_coaching", Integer.toString(attribution.coachingDays()));
        recorded.put("half_life_days", Integer.toString(attribution.halfLifeDays()));
        recorded.put("touches_per_deal", Integer.toString(attribution.touchesPerDeal()));
        return job.run().sink(AttributionJob.NAME, decisions()).recording(recorded);
    }

    private String decisions() {
        return "%s (look-back of %d days for content, %d for trainings, %d for assignments, %d for coaching, half-life of %d days, %d touches per deal)"
                .formatted(
                        job.decisions(),
                        attribution.contentDays(),
                        attribution.trainingDays(),
                        attribution.assignmentDays(),
                        attribution.coachingDays(),
                        attribution.halfLifeDays(),
                        attribution.touchesPerDeal());
    }

    private static int days(SettingsReader reader, String name, int ifAbsent) {
        return (int) reader.whole(name, ifAbsent, 0, MOST_DAYS);
    }
}
