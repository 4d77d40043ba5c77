package io.enablement.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The command line in the process of the test, where a command costs a fraction of what it costs in
 * one of its own.
 */
public final class CommandLineCall {

    private CommandLineCall() {}

    public static CommandLineProcess.Ended run(Object... arguments) {
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        PrintStream standardOutput = System.out;
        PrintStream standardErrors = System.err;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            int exitCode = Main.commandLine().execute(texts);
            return new CommandLineProcess.Ended(
                    exitCode,
                    output.toString(StandardCharsets.UTF_8),
                    errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(standardOutput);
            System.setErr(standardErrors);
        }
    }
}
