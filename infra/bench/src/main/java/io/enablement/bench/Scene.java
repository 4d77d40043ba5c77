package io.enablement.bench;

import io.enablement.bench.contest.Race;
import io.enablement.bench.process.Services;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Where that is measured which is no race: the services, and how much of it.
 *
 * @param options of the JVMs, with {name} for the name of the process
 * @param events of one run
 * @param deals of the dashboard
 * @param generations the last one that was written
 * @param says a sentence about how far it is
 */
public record Scene(
        Services services,
        Path directory,
        List<String> options,
        long events,
        int rounds,
        long deals,
        AtomicInteger generations,
        Consumer<String> says) {

    /** Each run writes one of its own. */
    public int nextGeneration() {
        return generations.incrementAndGet();
    }

    public void progress(String sentence) {
        says.accept(sentence);
    }

    /** Of the JVM of a process. */
    public List<String> options(String process) {
        return options.stream().map(each -> each.replace("{name}", process)).toList();
    }

    /** What a process is told that runs the product's job. */
    public Race race(String set, String variant, int generation) {
        return new Race(
                set,
                events,
                generation,
                variant,
                services.kafka(),
                services.clickHouse(),
                Services.USER,
                Services.PASSWORD,
                Services.DATABASE,
                directory.toString());
    }
}
