package io.enablement.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The command line in a process of its own, as a person starts it. */
public final class CommandLineProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 600;

    /** What lives for seconds spends more on optimising itself than it gains. */
    private static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final Path input;
    private final Path output;
    private final Path errors;

    private CommandLineProcess(Process process, Path input, Path output, Path errors) {
        this.process = process;
        this.input = input;
        this.output = output;
        this.errors = errors;
    }

    /** What an ended command has left. */
    public record Ended(int exitCode, String output, String errors) {}

    public static Ended run(Object... arguments) throws IOException, InterruptedException {
        try (CommandLineProcess command = start(arguments)) {
            return command.awaitEnd();
        }
    }

    /** Its input holds a line that is for others, as in the loop of a shell. */
    static CommandLineProcess start(Object... arguments) throws IOException {
        Path input = Files.writeString(Files.createTempFile("enablement", ".in"), "next.csv\n");
        Path output = Files.createTempFile("enablement", ".out");
        Path errors = Files.createTempFile("enablement", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command(arguments))
                        .redirectInput(input.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ENABLEMENT_"));
        return new CommandLineProcess(builder.start(), input, output, errors);
    }

    /** Reads the lines on the error output until one fits. */
    void awaitLine(Predicate<String> fits) throws IOException, InterruptedException {
        awaitLines(1, fits);
    }

    /** The same until so many do. */
    void awaitLines(int number, Predicate<String> fits) throws IOException, InterruptedException {
        while (Files.readAllLines(errors).stream().filter(fits).count() < number) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Ended early: " + Files.readString(errors));
            }
        }
    }

    Ended awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Does not end: " + Files.readString(errors));
        }
        return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(input);
        Files.deleteIfExists(output);
        Files.deleteIfExists(errors);
    }

    private static List<String> command(Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        opens().forEach(command::add);
        command.addAll(SHORT_LIVED);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return command;
    }

    private static Stream<String> opens() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"));
    }
}
