package io.enablement.bench.pipeline;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Makes Flink tell {@link LastCheckpoint} of its metrics. */
public final class LastCheckpointFactory implements MetricReporterFactory {

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        return new LastCheckpoint();
    }
}
