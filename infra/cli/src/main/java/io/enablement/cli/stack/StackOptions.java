package io.enablement.cli.stack;

import io.enablement.cli.clickhouse.ClickHouse;
import io.enablement.cli.clickhouse.ClickHouseOptions;
import io.enablement.cli.clickhouse.DataOption;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.UsageException;
import io.enablement.cli.generations.Generations;
import io.enablement.clickhouse.Company;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.local.Credentials;
import io.enablement.local.LocalStack;
import io.enablement.local.StackAddresses;
import io.enablement.local.StackSettings;
import io.enablement.streaming.job.JobSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;

/** Which servers a command works with: named ones, those of a running stack, or its own. */
public final class StackOptions {

    @Mixin private DataOption data;
    @Mixin private KafkaOptions kafka;
    @Mixin private ClickHouseOptions clickHouse;
    @Mixin private PortOptions ports;

    public Path directory() {
        return data.directory();
    }

    public PortOptions ports() {
        return ports;
    }

    public KafkaOptions kafka() {
        return kafka;
    }

    /** The stack that another process runs on the directory. */
    public Optional<Servers> running() {
        return LocalStack.running(directory()).map(this::servers);
    }

    /** Starts what is not named, on the directory; fails early where what is named is not there. */
    public LocalStack open() {
        StackSettings settings = ports.settings();
        if (kafka.isGiven()) {
            kafka.check(kafka.servers());
            settings = settings.withKafkaAt(kafka.servers());
        }
        if (clickHouse.isGiven()) {
            clickHouse.given().check();
            settings = settings.withClickHouseAt(clickHouse.url(), clickHouse.credentials());
        }
        return LocalStack.open(directory(), settings);
    }

    /** With the servers that are named, else those that run or are started for as long. */
    public void use(Console console, Consumer<Servers> work) {
        if (kafka.isGiven() && clickHouse.isGiven()) {
            work.accept(new Servers(kafka.servers(), clickHouse.given()));
            return;
        }
        Optional<Servers> running = running();
        if (running.isPresent()) {
            work.accept(running.get());
            return;
        }
        if (Files.notExists(directory())) {
            throw new UsageException("There is no stack in " + directory());
        }
        console.step("Starting the stack on " + directory());
        try (LocalStack local = open()) {
            work.accept(servers(local));
        }
    }

    public Servers servers(LocalStack stack) {
        StackAddresses addresses = stack.addresses();
        return new Servers(
                addresses.kafkaServers(),
                clickHouse.at(addresses.clickHouseUrl(), stack.clickHouseCredentials()));
    }

    /** Topics, tables and views, where they are not there yet; finds which generation goes on. */
    public void prepare(Servers servers, JobOptions job) {
        kafka.createTopics(servers.kafka());
        Generations generations = new Generations(servers.clickHouse());
        if (generations.areKept()) {
            job.goOn(generations);
        }
        servers.clickHouse().applySchema(company(job.check()));
        job.goOn(generations);
    }

    private static Company company(JobSettings settings) {
        BusinessCalendar calendar = settings.rules().calendar();
        return new Company(
                calendar.fiscalYearStart(),
                calendar.zone().getId(),
                settings.rules().rates().reportingCurrency());
    }

    private Servers servers(StackAddresses addresses) {
        String bootstrapServers = kafka.isGiven() ? kafka.servers() : addresses.kafkaServers();
        return new Servers(bootstrapServers, runningClickHouse(addresses));
    }

    private ClickHouse runningClickHouse(StackAddresses addresses) {
        if (clickHouse.isGiven()) {
            return clickHouse.given();
        }
        Credentials credentials = LocalStack.credentials(directory());
        return clickHouse.at(addresses.clickHouseUrl(), credentials);
    }
}
