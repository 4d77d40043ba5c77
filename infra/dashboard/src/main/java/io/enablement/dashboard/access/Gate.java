package io.enablement.dashboard.access;

import io.enablement.dashboard.DashboardSettings;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Tells who looks: by a session, a token, or the header of a trusted proxy. */
public final class Gate {

    static final Duration SESSION = Duration.ofHours(12);

    private final DashboardSettings settings;
    private final Supplier<Instant> clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    private record Session(Viewer viewer, Instant ends) {}

    /** What a request says of who sends it; "" for what it does not say. */
    public record Evidence(
            String address,
            String session,
            String authorization,
            String user,
            String role,
            String team) {}

    public Gate(DashboardSettings settings, Supplier<Instant> clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty for somebody whom nothing lets in. */
    public Optional<Viewer> viewer(Evidence evidence) {
        if (settings.isOpen()) {
            return Optional.of(Viewer.LOCAL);
        }
        return ofSession(evidence.session())
                .or(() -> ofToken(bearer(evidence.authorization())))
                .or(() -> ofProxy(evidence));
    }

    /** Starts a session for whoever holds the token, and gives its secret. */
    public Optional<String> enter(String token) {
        return ofToken(token).map(this::start);
    }

    public void leave(String session) {
        sessions.remove(session);
    }

    public boolean hasTokens() {
        return !settings.tokens().isEmpty();
    }

    private String start(Viewer viewer) {
        Instant now = clock.get();
        sessions.values().removeIf(session -> session.ends().isBefore(now));
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String id = HexFormat.of().formatHex(secret);
        sessions.put(id, new Session(viewer, now.plus(SESSION)));
        return id;
    }

    private Optional<Viewer> ofSession(String id) {
        return Optional.ofNullable(sessions.get(id))
                .filter(session -> session.ends().isAfter(clock.get()))
                .map(Session::viewer);
    }

    private Optional<Viewer> ofToken(String token) {
        return settings.tokens().stream()
                .filter(holder -> holder.holds(token))
                .map(TokenHolder::viewer)
                .findFirst();
    }

    /** A role that nobody knows, or a manager without a team, sees nothing. */
    private Optional<Viewer> ofProxy(Evidence evidence) {
        if (!settings.trustedProxies().contains(evidence.address()) || evidence.user().isEmpty()) {
            return Optional.empty();
        }
        return Role.named(evidence.role())
                .filter(role -> (role == Role.MANAGER) != evidence.team().isEmpty())
                .map(role -> new Viewer(evidence.user(), role, evidence.team()));
    }

    private static String bearer(String authorization) {
        return authorization.startsWith("Bearer ")
                ? authorization.substring("Bearer ".length()).strip()
                : "";
    }
}
