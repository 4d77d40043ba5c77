package io.enablement.local;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Locale;
import java.util.Optional;

/** Where the embedded ClickHouse engine, a native library that npm brings, lies on this machine. */
final class EngineLibrary {

    static final String PROPERTY = "enablement.libchdb";
    static final String VARIABLE = "ENABLEMENT_LIBCHDB";

    private EngineLibrary() {}

    /** Named by setting, else found in a {@code node_modules} at or above the code or the user. */
    static Path find() {
        Optional<String> named =
                Optional.ofNullable(System.getProperty(PROPERTY))
                        .or(() -> Optional.ofNullable(System.getenv(VARIABLE)));
        if (named.isPresent()) {
            return checked(Path.of(named.get()));
        }
        Path inModules = inNodeModules(platform());
        return findAbove(codeLocation(), inModules)
                .or(() -> findAbove(Path.of("").toAbsolutePath(), inModules))
                .orElseThrow(() -> new StackException(missing(inModules)));
    }

    static Path inNodeModules(String platform) {
        return Path.of("node_modules", "@chdb", "lib-" + platform, "libchdb.so");
    }

    static Optional<Path> findAbove(Path start, Path inModules) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path here = folder.resolve(inModules);
            Path inModule = folder.resolve("infra/local").resolve(inModules);
            if (Files.isRegularFile(here)) {
                return Optional.of(here);
            }
            if (Files.isRegularFile(inModule)) {
                return Optional.of(inModule);
            }
        }
        return Optional.empty();
    }

    private static Path checked(Path library) {
        if (!Files.isRegularFile(library)) {
            throw new StackException(
                    VARIABLE
                            + " (or -D"
                            + PROPERTY
                            + ") names a file that is not there: "
                            + library);
        }
        return library;
    }

    private static Path codeLocation() {
        CodeSource source = EngineLibrary.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI()).toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Unreadable location of the code: " + source, e);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String processor = machine.equals("aarch64") || machine.equals("arm64") ? "arm64" : "x64";
        if (system.contains("mac")) {
            return "darwin-" + processor;
        }
        return "linux-" + processor + "-gnu";
    }

    private static String missing(Path inModules) {
        return "The embedded ClickHouse engine is missing ("
                + inModules
                + "). Install it with: cd infra/local && npm ci --ignore-scripts"
                + "; or name the library in "
                + VARIABLE
                + ".";
    }
}
