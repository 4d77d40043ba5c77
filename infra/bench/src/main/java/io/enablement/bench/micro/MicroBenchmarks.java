package io.enablement.bench.micro;

import io.enablement.bench.report.Finding;
import io.enablement.bench.report.Samples;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the hot functions with JMH, each in a process of its own. */
public final class MicroBenchmarks {

    private MicroBenchmarks() {}

    /** Nanoseconds of a call, by iteration. */
    public static List<Finding> run(String item) throws RunnerException {
        Options options =
                new OptionsBuilder()
                        .include(HotFunctions.class.getName())
                        .verbosity(VerboseMode.SILENT)
                        .build();
        Collection<RunResult> results = new Runner(options).run();
        return results.stream().map(result -> finding(item, result)).toList();
    }

    private static Finding finding(String item, RunResult result) {
        String name = result.getParams().getBenchmark();
        Stream<IterationResult> iterations =
                result.getBenchmarkResults().stream()
                        .flatMap(fork -> fork.getIterationResults().stream());
        Samples nanos =
                new Samples(iterations.map(each -> each.getPrimaryResult().getScore()).toList());
        return new Finding(item, "ns: " + name.substring(name.lastIndexOf('.') + 1), null, nanos);
    }
}
