package io.enablement.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.dashboard.DashboardSettings;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GateTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String PROXY = "10.0.0.7";
    private static final Viewer BOB = new Viewer("Bob", Role.MANAGER, "north");
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    private Instant now = MORNING;

    @Test
    void whereNothingIsConfiguredThisMachineSeesEverything() {
        Gate gate = gate(List.of(), Set.of());

        assertThat(gate.viewer(proxied("127.0.0.1", "", "", ""))).contains(Viewer.LOCAL);
    }

    @Test
    void aTokenLetsItsHolderIn() {
        Gate gate = gate(List.of(TokenHolder.of(BOB, TOKEN)), Set.of());

        assertThat(gate.viewer(bearing("Bearer " + TOKEN))).contains(BOB);
        assertThat(gate.viewer(bearing("Bearer " + TOKEN + "0"))).isEmpty();
        assertThat(gate.viewer(bearing(""))).isEmpty();
    }

    @Test
    void aSessionEndsAfterHalfADay() {
        Gate gate = gate(List.of(TokenHolder.of(BOB, TOKEN)), Set.of());
        String session = gate.enter(TOKEN).orElseThrow();

        assertThat(gate.viewer(session(session))).contains(BOB);

        now = MORNING.plus(Gate.SESSION);
        assertThat(gate.viewer(session(session))).isEmpty();
    }

    @Test
    void whoeverLeavesIsOut() {
        Gate gate = gate(List.of(TokenHolder.of(BOB, TOKEN)), Set.of());
        String session = gate.enter(TOKEN).orElseThrow();

        gate.leave(session);

        assertThat(gate.viewer(session(session))).isEmpty();
    }

    @Test
    void aTrustedProxyNamesTheViewer() {
        Gate gate = gate(List.of(), Set.of(PROXY));

        assertThat(gate.viewer(proxied(PROXY, "Bob", "manager", "north"))).contains(BOB);
    }

    @Test
    void headersOfAnybodyElseSayNothing() {
        Gate gate = gate(List.of(), Set.of(PROXY));

        assertThat(gate.viewer(proxied("10.0.0.8", "Bob", "admin", ""))).isEmpty();
    }

    @Test
    void aRoleThatNobodyKnowsSeesNothing() {
        Gate gate = gate(List.of(), Set.of(PROXY));

        assertThat(gate.viewer(proxied(PROXY, "Bob", "root", ""))).isEmpty();
        assertThat(gate.viewer(proxied(PROXY, "Bob", "manager", ""))).isEmpty();
        assertThat(gate.viewer(proxied(PROXY, "", "admin", ""))).isEmpty();
    }

    private Gate gate(List<TokenHolder> tokens, Set<String> proxies) {
        DashboardSettings settings =
                new DashboardSettings(
                        "127.0.0.1",
                        0,
                        new DashboardSettings.ClickHouse("http://localhost", "u", "", "default"),
                        "",
                        tokens,
                        proxies);
        return new Gate(settings, () -> now);
    }

    private static Gate.Evidence bearing(String authorization) {
        return new Gate.Evidence("10.0.0.9", "", authorization, "", "", "");
    }

    private static Gate.Evidence session(String id) {
        return new Gate.Evidence("10.0.0.9", id, "", "", "", "");
    }

    private static Gate.Evidence proxied(String address, String user, String role, String team) {
        return new Gate.Evidence(address, "", "", user, role, team);
    }
}
