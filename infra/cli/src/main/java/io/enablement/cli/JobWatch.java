package io.enablement.cli;

import io.enablement.streaming.job.CohortMetricsJob;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Waits for what the job does, and fails when the job fails. */
final class JobWatch {

    private static final long PAUSE_MILLIS = 200;

    private final FlinkJobs jobs;
    private final Publications publications;
    private final Console console;

    JobWatch(FlinkJobs jobs, Publications publications, Console console) {
        this.jobs = jobs;
        this.publications = publications;
        this.console = console;
    }

    /** Returns when a completed checkpoint contains every record before the ends. */
    void awaitRead(EventLog log, Map<TopicPartition, Long> ends, String group) {
        long all = ends.values().stream().mapToLong(Long::longValue).sum();
        long unread = log.unread(ends, group);
        while (unread > 0) {
            console.progress(
                    "Processing: %s of %s records"
                            .formatted(Console.count(all - unread), Console.count(all)));
            pause();
            unread = log.unread(ends, group);
        }
    }

    /** Returns when a checkpoint after that one is published. */
    void awaitPublication(long after) {
        while (publications.last() <= after) {
            pause();
        }
    }

    private void pause() {
        jobs.failWith(CohortMetricsJob.NAME);
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException("Interrupted while the job ran", e);
        }
    }
}
