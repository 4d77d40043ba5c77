package io.enablement.bench.pipeline;

import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/** Remembers how large Flink says the state of the newest checkpoint is. */
public final class LastCheckpoint implements MetricReporter {

    private static final String FULL_SIZE = "lastCheckpointFullSize";

    private static volatile Gauge<?> size;

    /** In bytes, of the job that has run last in this process; 0 before its first checkpoint. */
    static double bytes() {
        return size != null && size.getValue() instanceof Number bytes
                ? Math.max(0, bytes.doubleValue())
                : 0;
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (name.equals(FULL_SIZE) && metric instanceof Gauge<?> gauge) {
            size = gauge;
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}
}
