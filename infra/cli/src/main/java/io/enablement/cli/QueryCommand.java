package io.enablement.cli;

import io.enablement.local.LocalStack;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks ClickHouse. */
@Command(
        name = "query",
        description = "Ask ClickHouse a question in SQL; nothing can be changed.",
        footer = {
            "",
            "Example:",
            "  enablement query \"SELECT * FROM team_scorecard WHERE period = {period:String}\" --param period=2026-Q1"
        })
final class QueryCommand implements Callable<Integer> {

    private static final String FOR_PEOPLE = "PrettyCompact";
    private static final String FOR_PROGRAMS = "TSVWithNames";

    @Mixin private DataOption data;
    @Mixin private ClickHouseOptions clickHouse;

    @Parameters(paramLabel = "SQL", description = "The question.")
    private String sql;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description =
                    "Any output format of ClickHouse (default: PrettyCompact on a terminal, else TSVWithNames).")
    private String format = System.console() == null ? FOR_PROGRAMS : FOR_PEOPLE;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "Value of a place {NAME:Type} in the SQL; may be repeated.")
    private Map<String, String> parameters = new TreeMap<>();

    @Override
    public Integer call() {
        if (clickHouse.isGiven()) {
            return ask(clickHouse.given());
        }
        Optional<String> running =
                LocalStack.running(data.directory()).map(stack -> stack.clickHouseUrl());
        if (running.isPresent()) {
            return ask(clickHouse.at(running.get(), LocalStack.credentials(data.directory())));
        }
        if (Files.notExists(data.directory())) {
            throw new UsageException("There is no stack in " + data.directory());
        }
        try (OpenClickHouse open = OpenClickHouse.on(data.directory())) {
            return ask(clickHouse.at(open.url(), open.credentials()));
        }
    }

    private int ask(ClickHouse server) {
        server.write(sql, parameters, format, System.out);
        System.out.flush();
        return 0;
    }
}
