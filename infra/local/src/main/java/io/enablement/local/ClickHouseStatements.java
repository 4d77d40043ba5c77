package io.enablement.local;

import java.util.List;
import java.util.Map;

/** Runs the statement of each request with the settings, database and session it asks for. */
final class ClickHouseStatements implements AutoCloseable {

    private final ClickHouseEngine engine;
    private final ClickHouseSessions sessions;

    ClickHouseStatements(ClickHouseEngine engine) {
        this.engine = engine;
        this.sessions = new ClickHouseSessions(engine, System::nanoTime);
    }

    ClickHouseResult run(ClickHouseRequest request, SqlStatement statement) {
        StatementSettings settings = StatementSettings.of(request);
        if (request.sessionId().isPresent()) {
            return engine.call(() -> runInSession(request, settings, statement));
        }
        return engine.withConnection(
                connection -> {
                    settings.applyTo(connection);
                    return execute(connection, statement, request);
                });
    }

    @Override
    public void close() {
        sessions.closeAll();
    }

    private ClickHouseResult runInSession(
            ClickHouseRequest request, StatementSettings settings, SqlStatement statement) {
        if (settings.limitsToReading()) {
            throw ClickHouseException.notImplemented(
                    "Reading only (GET or readonly) within a session; use POST or no session_id");
        }
        String id = request.sessionId().orElseThrow();
        ClickHouseConnection connection = sessions.take(id, request);
        try {
            List<String> restore = settings.statementsToRestore(connection);
            try {
                settings.applyTo(connection);
                return execute(connection, statement, request);
            } finally {
                restore.forEach(line -> connection.query(line, "Null"));
            }
        } finally {
            sessions.giveBack(id);
        }
    }

    private static ClickHouseResult execute(
            ClickHouseConnection connection, SqlStatement statement, ClickHouseRequest request) {
        Map<String, String> parameters = request.parameters();
        return statement
                .insertedRows()
                .map(
                        rows ->
                                connection.insert(
                                        statement.sql(), statement.format(), rows, parameters))
                .orElseGet(() -> connection.query(statement.text(), request.format(), parameters));
    }
}
