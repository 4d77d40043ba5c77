package io.enablement.dashboard;

import io.enablement.dashboard.access.TokenHolder;
import io.enablement.dashboard.access.Tokens;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the dashboard listens, what it reads, and whom it lets in.
 *
 * @param host address to listen at
 * @param port 0 takes a free one
 * @param clickHouse HTTP address of ClickHouse, its user and database
 * @param kafka bootstrap servers, for the lag; "" where it is not known
 * @param tokens who may enter by a token; empty for nobody
 * @param trustedProxies addresses whose headers name the viewer; empty for none
 */
public record DashboardSettings(
        String host,
        int port,
        ClickHouse clickHouse,
        String kafka,
        List<TokenHolder> tokens,
        Set<String> trustedProxies) {

    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT = 8088;

    /** How the dashboard enters ClickHouse; a user that can only read is enough. */
    public record ClickHouse(String url, String user, String password, String database) {

        /** Without the password. */
        @Override
        public String toString() {
            return url + " as " + user;
        }
    }

    /**
     * Reads settings from text, as flags and variables have them; "" stands for what is not set.
     *
     * @param tokenFile CSV file of who may enter
     * @param proxies addresses of trusted proxies, separated by commas
     * @throws DashboardSettingsException with every problem
     */
    public static DashboardSettings of(
            String host,
            String port,
            ClickHouse clickHouse,
            String kafka,
            String tokenFile,
            String proxies) {
        List<String> problems = new ArrayList<>();
        Tokens tokens =
                tokenFile.isBlank() ? Tokens.NONE : Tokens.read(Path.of(tokenFile), problems);
        Set<String> trusted =
                Arrays.stream(proxies.split(","))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
        trusted.stream()
                .filter(each -> !each.matches("[0-9a-fA-F.:]+"))
                .forEach(
                        each ->
                                problems.add(
                                        "--trusted-proxies: '%s' is no IP address; name each proxy by its address"
                                                .formatted(each)));
        DashboardSettings settings =
                new DashboardSettings(
                        host,
                        number(port, problems),
                        clickHouse,
                        kafka.strip(),
                        tokens.holders(),
                        trusted);
        problems.addAll(settings.problems());
        if (!problems.isEmpty()) {
            throw new DashboardSettingsException(problems);
        }
        return settings;
    }

    /** Whether everybody who reaches it may see everything: on this machine alone. */
    public boolean isOpen() {
        return tokens.isEmpty() && trustedProxies.isEmpty();
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!clickHouse.url().matches("https?://[^/@?]+/?")) {
            problems.add("--clickhouse: the address of ClickHouse is not like http://host:8123");
        }
        if (!kafka.isEmpty() && !kafka.matches("[^\\s,:]+:\\d+(,[^\\s,:]+:\\d+)*")) {
            problems.add(
                    "--kafka: '%s' is no list of bootstrap servers; write host:9092,other:9092"
                            .formatted(kafka));
        }
        try {
            if (isOpen() && !InetAddress.getByName(host).isLoopbackAddress()) {
                problems.add(
                        "--host: %s can be reached from other machines, and nothing says who may enter: name a file with --tokens or proxies with --trusted-proxies, or listen at 127.0.0.1"
                                .formatted(host));
            }
        } catch (UnknownHostException e) {
            problems.add("--host: there is no address '%s'".formatted(host));
        }
        return problems;
    }

    private static int number(String port, List<String> problems) {
        if (port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535) {
            return Integer.parseInt(port);
        }
        problems.add("--port: '%s' is no port; give a number from 0 to 65535".formatted(port));
        return 0;
    }
}
