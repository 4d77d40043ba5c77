package io.enablement.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enablement.cli.console.Console;
import io.enablement.cli.console.RunException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process of the benchmarks: their libraries are on no other class path. */
final class BenchProcess {

    private static final String MAIN = "io.enablement.bench.Bench";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final Console console;

    BenchProcess(Path directory, Console console) {
        this.directory = directory;
        this.console = console;
    }

    /** Collects what it says until it ends; gives its exit code. */
    int run(List<String> arguments, BenchResults results) throws IOException, InterruptedException {
        Path errors = directory.resolve("bench.log");
        Process process =
                new ProcessBuilder(command(arguments))
                        .redirectError(Redirect.to(errors.toFile()))
                        .start();
        Thread end = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(JSON.readTree(line), results);
            }
        }
        return process.waitFor();
    }

    private void take(JsonNode said, BenchResults results) {
        if (said.get("kind").asText().equals("progress")) {
            console.step(said.get("sentence").asText());
            return;
        }
        results.add(said);
    }

    private static List<String> command(List<String> arguments) {
        Path target = target();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Djna.nosys=true", "-Xmx512m", "-cp"));
        command.add(target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*");
        command.add(MAIN);
        command.addAll(arguments);
        return command;
    }

    /** Beside that of the command line. */
    private static Path target() {
        Path target;
        try {
            Path classes =
                    Path.of(
                            BenchProcess.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            target = classes.resolve("../../../bench/target").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Unreadable location of the code", e);
        }
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw new RunException(
                    "The benchmarks are not built; infra/enablement bench builds them, or: mvn -DskipTests -Pbench -pl infra/bench -am package");
        }
        return target;
    }
}
