package io.enablement.cli.clickhouse;

import java.util.Map;
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
public final class QueryCommand implements Callable<Integer> {

    private static final String FOR_PEOPLE = "PrettyCompact";
    private static final String FOR_PROGRAMS = "TSVWithNames";

    @Mixin private ResultsOptions results;

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
        results.ask(
                server -> {
                    server.write(sql, parameters, format, System.out);
                    System.out.flush();
                });
        return 0;
    }
}
