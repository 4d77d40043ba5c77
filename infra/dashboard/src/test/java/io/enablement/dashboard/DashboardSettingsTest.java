package io.enablement.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DashboardSettingsTest {

    private static final DashboardSettings.ClickHouse CLICKHOUSE =
            new DashboardSettings.ClickHouse(
                    "http://localhost:8123", "reader", "secret", "default");

    @TempDir private Path directory;

    @Test
    void thisMachineNeedsNoToken() {
        assertThat(settings("127.0.0.1", "8088", "", "").isOpen()).isTrue();
    }

    @Test
    void refusesToListenToOthersWithoutAToken() {
        assertThatThrownBy(() -> settings("0.0.0.0", "8088", "", ""))
                .isInstanceOf(DashboardSettingsException.class)
                .hasMessageContaining("--host: 0.0.0.0 can be reached from other machines")
                .hasMessageContaining("--tokens");
    }

    @Test
    void aTrustedProxyLetsItListenToOthers() {
        assertThat(settings("0.0.0.0", "8088", "", "10.0.0.7").isOpen()).isFalse();
    }

    @Test
    void aTokenLetsItListenToOthers() throws IOException {
        Path tokens = tokens("Ada,admin,,0123456789abcdef0123456789abcdef");

        assertThat(settings("0.0.0.0", "8088", tokens.toString(), "").tokens()).hasSize(1);
    }

    @Test
    void namesEveryProblemAtOnce() throws IOException {
        Path tokens =
                tokens(
                        "Ada,boss,,0123456789abcdef0123456789abcdef",
                        "Bob,manager,,0123456789abcdef0123456789abcdef",
                        "Eve,admin,north,short");

        assertThatThrownBy(() -> settings("0.0.0.0", "web", tokens.toString(), "proxy.example"))
                .hasMessageContaining(":2, role: 'boss' is none of admin, revenue-operations")
                .hasMessageContaining(":3, team: a manager needs a team")
                .hasMessageContaining(":4, team: only a manager has a team")
                .hasMessageContaining(":4, token: has fewer than 20 characters")
                .hasMessageContaining("--port: 'web' is no port")
                .hasMessageContaining("--trusted-proxies: 'proxy.example' is no IP address");
    }

    @Test
    void repeatsNoSecret() throws IOException {
        Path tokens = tokens("Eve,admin,north,short-secret");

        assertThatThrownBy(() -> settings("0.0.0.0", "1", tokens.toString(), ""))
                .hasMessageNotContaining("short-secret");
        assertThat(CLICKHOUSE.toString()).doesNotContain("secret");
    }

    @Test
    void anAddressWithAPasswordIsNone() {
        DashboardSettings.ClickHouse other =
                new DashboardSettings.ClickHouse("http://u:p@host:8123", "u", "", "default");

        assertThatThrownBy(() -> DashboardSettings.of("127.0.0.1", "0", other, "", "", ""))
                .hasMessageContaining("--clickhouse")
                .hasMessageNotContaining("u:p");
    }

    @Test
    void kafkaIsHostsWithPorts() {
        assertThat(ofKafka("one:9092,two:9092").kafka()).isEqualTo("one:9092,two:9092");
        assertThatThrownBy(() -> ofKafka("one"))
                .hasMessageContaining("--kafka: 'one' is no list of bootstrap servers");
    }

    private static DashboardSettings ofKafka(String servers) {
        return DashboardSettings.of("127.0.0.1", "0", CLICKHOUSE, servers, "", "");
    }

    private Path tokens(String... lines) throws IOException {
        return Files.writeString(
                directory.resolve("tokens.csv"),
                "name,role,team,token\n" + String.join("\n", lines) + "\n");
    }

    private static DashboardSettings settings(
            String host, String port, String tokens, String proxies) {
        return DashboardSettings.of(host, port, CLICKHOUSE, "", tokens, proxies);
    }
}
