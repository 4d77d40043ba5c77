package io.enablement.streaming.job;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Java program that tests run in a process of its own, kill and start again; it ends with the
 * test at the latest.
 *
 * @param name of its log
 * @param directory for everything temporary
 * @param environment all variables that it sees
 */
record JavaProgram(
        String name,
        Path directory,
        String classPath,
        List<String> options,
        Map<String, String> environment,
        String mainClass,
        List<String> arguments) {

    private static final Path LOGS =
            Path.of("target", "process-logs", Long.toString(ProcessHandle.current().pid()));
    private static final int SHOWN_LINES = 60;

    JavaProgram named(String other) {
        return new JavaProgram(
                other, directory, classPath, options, environment, mainClass, arguments);
    }

    Process start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(opens());
        // They do not live long enough for the better compiler and collector.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(
                List.of(
                        "-Djna.nosys=true",
                        "-Djava.io.tmpdir=" + directory,
                        "-Dorg.slf4j.simpleLogger.showDateTime=true"));
        command.addAll(List.of("-cp", classPath + File.pathSeparator + classPathOfTheStarter()));
        command.add(EndsWithItsParent.class.getName());
        command.add(mainClass);
        command.addAll(arguments);
        ProcessBuilder process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(LOGS.resolve(name + ".log").toFile()));
        process.environment().clear();
        process.environment().putAll(environment);
        try {
            return process.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does. */
    static void kill(Process process) {
        process.destroyForcibly().onExit().join();
    }

    static void makeRoomForLogs() throws IOException {
        Files.createDirectories(LOGS);
    }

    /** How the log of each program ends. */
    static String logs() {
        StringBuilder ends = new StringBuilder();
        try (Stream<Path> files = Files.list(LOGS)) {
            for (Path log : files.sorted().toList()) {
                List<String> lines = Files.readAllLines(log);
                int first = Math.max(0, lines.size() - SHOWN_LINES);
                ends.append("\n\n").append(log.toAbsolutePath()).append(":\n");
                ends.append(String.join("\n", lines.subList(first, lines.size())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ends.toString();
    }

    /** Which packages the build opens to Flink. */
    private static List<String> opens() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .toList();
    }

    /** A directory with the one class that ends a program with its parent. */
    private Path classPathOfTheStarter() {
        String file = EndsWithItsParent.class.getName().replace('.', '/') + ".class";
        Path root = directory.resolve("starter");
        try (InputStream code =
                EndsWithItsParent.class.getClassLoader().getResourceAsStream(file)) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.copy(code, root.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return root;
    }
}
