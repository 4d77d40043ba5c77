package io.enablement.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chromium of the machine, without a window; what its pages complain about is kept. */
final class Browser implements AutoCloseable {

    private static final List<Path> PLACES =
            List.of(
                    Path.of("/usr/bin/chromium"),
                    Path.of("/usr/bin/chromium-browser"),
                    Path.of("/usr/bin/google-chrome"));

    private static final List<String> OPTIONS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private static final int PATIENCE_MILLIS = 120_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Skips the tests where there is none, and fails them where one is required. */
    static Path required() {
        Optional<Path> place = PLACES.stream().filter(Files::isExecutable).findFirst();
        if (System.getProperty("browser", "").equals("required")) {
            assertThat(place).as("Chromium, which -Dbrowser=required asks for").isPresent();
        }
        assumeTrue(place.isPresent(), "There is no Chromium: install Debian's package chromium");
        return place.orElseThrow();
    }

    static Browser open(Path place) {
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(place)
                                        .setArgs(OPTIONS)));
    }

    /** A window of somebody who holds the token. */
    Page window(String token, ColorScheme colours) {
        BrowserContext window =
                chromium.newContext(
                        new NewContextOptions()
                                .setViewportSize(1440, 1000)
                                .setLocale("en-US")
                                .setColorScheme(colours)
                                .setAcceptDownloads(true)
                                .setExtraHTTPHeaders(
                                        token.isEmpty()
                                                ? Map.of()
                                                : Map.of("Authorization", "Bearer " + token)));
        window.setDefaultTimeout(PATIENCE_MILLIS);
        windows.add(window);
        Page page = window.newPage();
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add(page.url() + ": " + message.text());
                    }
                });
        page.onPageError(problem -> complaints.add(page.url() + ": " + problem));
        return page;
    }

    /** Errors of the pages since somebody last asked. */
    List<String> takeComplaints() {
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    @Override
    public void close() {
        windows.forEach(BrowserContext::close);
        chromium.close();
        playwright.close();
    }
}
