package io.enablement.cli.stack;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.RunException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Waits for what the jobs of a stack do, and fails when one of them fails. */
public final class JobWatch {

    private static final long PAUSE_MILLIS = 200;

    private final FlinkJobs flink;
    private final List<StackJob> jobs;
    private final Publications publications;
    private final Console console;

    public JobWatch(URI flink, Publications publications, Console console) {
        this.flink = new FlinkJobs(flink);
        this.jobs = publications.jobs();
        this.publications = publications;
        this.console = console;
    }

    /** Returns when completed checkpoints of all jobs contain every record before the ends. */
    public void awaitRead(EventLog log, Map<TopicPartition, Long> ends) {
        long all = ends.values().stream().mapToLong(Long::longValue).sum();
        long unread = unread(log, ends);
        while (unread > 0) {
            console.progress(
                    "Processing: %s of %s records"
                            .formatted(Console.count(all - unread), Console.count(all)));
            pause();
            unread = unread(log, ends);
        }
    }

    /** Returns when each job has published a checkpoint after that one. */
    public void awaitPublication(Map<StackJob, Long> after) {
        Map<StackJob, Long> waiting = new HashMap<>(after);
        while (!waiting.isEmpty()) {
            Map<StackJob, Long> last = publications.last();
            waiting.entrySet().removeIf(each -> last.get(each.getKey()) > each.getValue());
            if (!waiting.isEmpty()) {
                pause();
            }
        }
    }

    /** By the job that is behind. */
    long unread(EventLog log, Map<TopicPartition, Long> ends) {
        return jobs.stream().mapToLong(job -> log.unread(ends, job)).max().orElse(0);
    }

    private void pause() {
        jobs.forEach(job -> flink.failWith(job.name()));
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException("Interrupted while the jobs ran", e);
        }
    }
}
