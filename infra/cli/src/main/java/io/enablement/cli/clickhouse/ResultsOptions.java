package io.enablement.cli.clickhouse;

import io.enablement.cli.console.UsageException;
import io.enablement.local.LocalStack;
import io.enablement.local.StackAddresses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;

/** Which results are asked: those of a server, of a running stack, or of one that lies still. */
public final class ResultsOptions {

    @Mixin private DataOption data;
    @Mixin private ClickHouseOptions clickHouse;

    public Path directory() {
        return data.directory();
    }

    /** Whether a server is named, so that no directory is asked. */
    public boolean areOnServer() {
        return clickHouse.isGiven();
    }

    /** Opens the ClickHouse of a stack that does not run for as long as the questions take. */
    public void ask(Consumer<ClickHouse> questions) {
        if (clickHouse.isGiven()) {
            questions.accept(clickHouse.given());
            return;
        }
        Optional<StackAddresses> running = LocalStack.running(data.directory());
        if (running.isPresent()) {
            String url = running.get().clickHouseUrl();
            questions.accept(clickHouse.at(url, LocalStack.credentials(data.directory())));
            return;
        }
        if (Files.notExists(data.directory())) {
            throw new UsageException("There is no stack in " + data.directory());
        }
        try (OpenClickHouse open = OpenClickHouse.on(data.directory())) {
            questions.accept(clickHouse.at(open.url(), open.credentials()));
        }
    }
}
