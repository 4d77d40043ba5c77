package io.enablement.cli.stack;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.UsageException;
import io.enablement.cli.generations.Generation;
import io.enablement.cli.generations.Generations;
import io.enablement.clickhouse.Company;
import io.enablement.local.FlinkSettings;
import io.enablement.local.LocalFlink;
import io.enablement.local.LocalStack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes a new generation of results from the beginning of the topics. */
@Command(
        name = "rebuild",
        description = {
            "Write a new generation of results from the beginning of the topics, while the active one is shown and goes on.",
            "What is not given is as in the active generation. The rebuild ends with savepoints once it has read everything; one that was interrupted goes on."
        },
        footer = {
            "",
            "Example: the same events by other rates",
            "  enablement rebuild --rates rates-2026.csv",
            "  enablement compare",
            "  enablement activate 2 --note \"rates of the treasury\"",
            "  enablement drop 1"
        })
public final class RebuildCommand implements Callable<Integer> {

    /** So few records are read within a checkpoint once the generation is active. */
    private static final long NEAR_THE_END = 1_000;

    private final Console console = Console.standard();

    @Mixin private StackOptions stack;
    @Mixin private JobOptions job;

    @Override
    public Integer call() {
        FlinkSettings flink =
                FlinkSettings.DEFAULT
                        .withPort(stack.ports().flink())
                        .withTaskSlots(job.resultJobs().size() * job.check().run().parallelism());
        Optional<Servers> running = stack.running();
        if (running.isPresent()) {
            try (LocalFlink own = LocalFlink.start(stack.directory().resolve("flink"), flink)) {
                rebuild(own, running.get());
            }
            return 0;
        }
        console.step("Starting the stack on " + stack.directory());
        try (LocalStack local = stack.open()) {
            Servers servers = stack.servers(local);
            servers.clickHouse().applySchema(company(servers.clickHouse()));
            rebuild(local.startFlink(flink), servers);
        }
        return 0;
    }

    private void rebuild(LocalFlink flink, Servers servers) {
        Generations generations = new Generations(servers.clickHouse());
        long number = job.namesGeneration() ? job.check().generation() : next(generations);
        refuse(generations, number);
        job.goOnWith(number, generations);
        Publications publications = new Publications(servers.clickHouse(), job.resultJobs());
        Map<StackJob, Long> before = publications.last();
        console.step("Writing generation " + number);
        GenerationLock lock = GenerationLock.take(flink::snapshots, number);
        ResultJobs running = ResultJobs.start(flink, servers, job, lock);
        JobWatch watch = new JobWatch(flink.url(), publications, console);
        awaitRead(watch, servers);
        watch.awaitPublication(before);
        console.step("Stopping the jobs with savepoints");
        Map<StackJob, Long> reached = publications.last();
        running.stop();
        watch.awaitPublication(reached);
        generations.rebuilt(number);
        tell(generations, number);
    }

    /** The one whose rebuild was interrupted, or a new one. */
    private long next(Generations generations) {
        Generation newest = generations.newest(each -> true);
        if (newest.isHalfRebuilt()) {
            console.step(
                    "The rebuild of generation %d was interrupted and goes on (--generation %d begins another one)"
                            .formatted(newest.number(), newest.number() + 1));
            return newest.number();
        }
        return newest.number() + 1;
    }

    private static void refuse(Generations generations, long number) {
        Optional<Generation> known =
                generations.all().stream().filter(each -> each.number() == number).findFirst();
        if (known.filter(Generation::isActive).isPresent()) {
            throw new UsageException(
                    "Generation %d is active: up and process write it".formatted(number));
        }
        if (known.filter(Generation::isDropped).isPresent()) {
            throw new UsageException("Generation %d was dropped".formatted(number));
        }
    }

    /** What comes in meanwhile as well, but for the last of it. */
    private void awaitRead(JobWatch watch, Servers servers) {
        try (EventLog log = EventLog.of(servers.kafka())) {
            Map<TopicPartition, Long> ends = log.ends();
            do {
                watch.awaitRead(log, ends);
                ends = log.ends();
            } while (watch.unread(log, ends) > NEAR_THE_END);
        }
    }

    private void tell(Generations generations, long number) {
        Generation rebuilt = generations.get(number);
        long active = generations.active();
        console.result(
                "@|bold Generation %d|@ holds %s results of %s records"
                        .formatted(
                                number,
                                Console.count(rebuilt.results()),
                                Console.count(rebuilt.records())));
        console.plain(
                "  infra/enablement compare %d %d --data %s"
                        .formatted(active, number, stack.directory()));
        console.plain(
                "  infra/enablement activate %d --data %s".formatted(number, stack.directory()));
    }

    /** The active generation is shown by the same calendar as before. */
    private static Company company(ClickHouse clickHouse) {
        List<String> company =
                clickHouse
                        .rows(
                                "SELECT fiscal_year_start, zone, currency FROM company_setting",
                                Map.of())
                        .get(0);
        return new Company(Integer.parseInt(company.get(0)), company.get(1), company.get(2));
    }
}
