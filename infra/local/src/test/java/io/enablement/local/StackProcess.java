package io.enablement.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A stack in a process of its own, which tests may kill. */
final class StackProcess implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;
    private final Path directory;

    private StackProcess(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
    }

    /** Runs until its input ends. */
    public static void main(String[] arguments) throws IOException {
        // Opened anew: the engine leaves the process an empty standard input.
        try (InputStream input = new FileInputStream("/dev/fd/0");
                LocalStack stack = LocalStack.open(Path.of(arguments[0]), StackSettings.DEFAULT)) {
            System.out.println(READY + " " + stack.addresses().processId());
            input.transferTo(System.out);
        }
    }

    static StackProcess start(Path directory) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(StackProcess.class.getName());
        command.add(directory.toString());
        Process process =
                new ProcessBuilder(command)
                        .directory(new File("").getAbsoluteFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The stack did not start");
        }
        return new StackProcess(process, directory);
    }

    StackAddresses addresses() {
        return LocalStack.running(directory).orElseThrow();
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Gives the exit code. */
    int stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The stack does not stop");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
