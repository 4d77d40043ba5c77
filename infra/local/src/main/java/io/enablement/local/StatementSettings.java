package io.enablement.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The database and settings that hold for one statement, on top of those of its connection. */
record StatementSettings(
        Optional<String> database, Map<String, String> settings, boolean mayOnlyRead) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final String READ_ONLY = "readonly";

    /** Settings may still change, as over GET on a server. */
    private static final String READ_ONLY_BUT_SETTINGS = "2";

    static StatementSettings of(ClickHouseRequest request) {
        return new StatementSettings(request.database(), request.settings(), request.mayOnlyRead());
    }

    boolean limitsToReading() {
        return mayOnlyRead || !settings.getOrDefault(READ_ONLY, "0").equals("0");
    }

    void applyTo(ClickHouseConnection connection) {
        for (String statement : statements()) {
            connection.query(statement, "Null");
        }
    }

    /** The statements that make the connection what it is now. */
    List<String> statementsToRestore(ClickHouseConnection connection) {
        List<String> statements = new ArrayList<>();
        database.ifPresent(
                name ->
                        statements.add(
                                text(
                                        connection,
                                        "SELECT 'USE ' || backQuoteIfNeeded(currentDatabase())")));
        if (!settings.isEmpty()) {
            statements.add(
                    text(
                            connection,
                            "SELECT 'SET ' || arrayStringConcat(groupArray(name || ' = ''' ||"
                                    + " replaceAll(replaceAll(value, '\\\\', '\\\\\\\\'), '''',"
                                    + " '\\\\''') || ''''), ', ') FROM system.settings WHERE name IN ("
                                    + settings.keySet().stream()
                                            .map(StatementSettings::quoted)
                                            .collect(Collectors.joining(", "))
                                    + ")"));
        }
        return statements;
    }

    /** Reading only comes last: it forbids to set anything else. */
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        database.ifPresent(name -> statements.add("USE " + quotedName(name)));
        String assignments =
                settings.entrySet().stream()
                        .filter(setting -> !setting.getKey().equals(READ_ONLY))
                        .map(setting -> assignment(setting.getKey(), setting.getValue()))
                        .collect(Collectors.joining(", "));
        if (!assignments.isEmpty()) {
            statements.add("SET " + assignments);
        }
        if (limitsToReading()) {
            String level = settings.getOrDefault(READ_ONLY, READ_ONLY_BUT_SETTINGS);
            statements.add("SET " + assignment(READ_ONLY, level));
        }
        return statements;
    }

    private static String assignment(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw ClickHouseException.of(115, "UNKNOWN_SETTING", "Unknown setting " + name);
        }
        return name + " = " + quoted(value);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String quotedName(String name) {
        return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }

    private static String text(ClickHouseConnection connection, String select) {
        return connection.query(select, "TSVRaw").text().strip();
    }
}
