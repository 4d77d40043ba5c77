package io.enablement.local;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Connections that clients keep between requests under a {@code session_id}. */
final class ClickHouseSessions {

    private static final long DEFAULT_TIMEOUT_SECONDS = 60;

    private final ClickHouseEngine engine;
    private final LongSupplier nanoClock;
    private final Map<String, Session> sessions = new HashMap<>();

    ClickHouseSessions(ClickHouseEngine engine, LongSupplier nanoClock) {
        this.engine = engine;
        this.nanoClock = nanoClock;
    }

    /** The connection of the session, for one statement; to be given back. */
    synchronized ClickHouseConnection take(String id, ClickHouseRequest request) {
        closeExpired();
        Session session = sessions.get(id);
        if (session == null && request.is("session_check")) {
            throw ClickHouseException.of(372, "SESSION_NOT_FOUND", "Session not found");
        }
        if (session == null) {
            session = new Session(engine.connect());
            sessions.put(id, session);
        }
        if (session.busy) {
            throw ClickHouseException.of(
                    373, "SESSION_IS_LOCKED", "Session " + id + " is used by another statement");
        }
        session.busy = true;
        session.timeoutNanos = timeoutNanos(request);
        return session.connection;
    }

    synchronized void giveBack(String id) {
        Session session = sessions.get(id);
        session.busy = false;
        session.lastUsedNanos = nanoClock.getAsLong();
    }

    synchronized void closeAll() {
        sessions.values().forEach(session -> session.connection.close());
        sessions.clear();
    }

    private void closeExpired() {
        long now = nanoClock.getAsLong();
        Iterator<Session> all = sessions.values().iterator();
        while (all.hasNext()) {
            Session session = all.next();
            if (!session.busy && now - session.lastUsedNanos > session.timeoutNanos) {
                session.connection.close();
                all.remove();
            }
        }
    }

    private static long timeoutNanos(ClickHouseRequest request) {
        String seconds = request.arguments().get("session_timeout");
        try {
            return TimeUnit.SECONDS.toNanos(
                    seconds == null ? DEFAULT_TIMEOUT_SECONDS : Long.parseLong(seconds));
        } catch (NumberFormatException e) {
            throw ClickHouseException.of(
                    374, "INVALID_SESSION_TIMEOUT", "Invalid session timeout: " + seconds);
        }
    }

    private static final class Session {
        private final ClickHouseConnection connection;
        private boolean busy;
        private long lastUsedNanos;
        private long timeoutNanos;

        private Session(ClickHouseConnection connection) {
            this.connection = connection;
        }
    }
}
