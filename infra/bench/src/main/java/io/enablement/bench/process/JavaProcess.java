package io.enablement.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java program in a process of its own that answers lines with lines; its log is a file. */
public final class JavaProcess implements AutoCloseable {

    /** Stands before each answer: a JVM says things of itself on the same output. */
    public static final String ANSWER = "answer ";

    private static final int SHOWN_LINES = 30;
    private static final long PATIENCE_SECONDS = 20;
    private static final List<String> OPENED =
            List.of("java.lang", "java.util", "java.net", "java.io", "java.nio");

    private final String name;
    private final Path log;
    private final Process process;
    private final PrintStream questions;
    private final BufferedReader answers;

    private JavaProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts a main class.
     *
     * @param options of the JVM, its class path included
     */
    public static JavaProcess start(
            String name, Path directory, List<String> options, Class<?> main, String... arguments) {
        Path log = directory.resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String opened : OPENED) {
            command.addAll(List.of("--add-opens", "java.base/" + opened + "=ALL-UNNAMED"));
        }
        command.addAll(List.of("-Djna.nosys=true", "-Djava.io.tmpdir=" + directory));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(Redirect.appendTo(log.toFile()))
                            .start();
            return new JavaProcess(name, log, process);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    /** To be called by a program that must not outlive its parent, whatever it is doing. */
    public static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    }

    public String ask(String line) {
        questions.println(line);
        return readLine();
    }

    /** The next answer of the program. */
    public String readLine() {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(ANSWER)) {
                    return line.substring(ANSWER.length());
                }
            }
            throw new IllegalStateException(name + " has ended:\n" + endOfLog());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All CPU time that the process has used since its start, native threads included. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it in order, or by force if it does not end. */
    @Override
    public void close() {
        questions.close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it at once, as {@code kill -9} does. */
    public void end() {
        process.destroyForcibly().onExit().join();
    }

    private String endOfLog() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }
}
