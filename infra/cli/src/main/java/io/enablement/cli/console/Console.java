package io.enablement.cli.console;

import java.io.PrintStream;
import java.text.NumberFormat;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Tells a person how a command goes on: lines, and on a terminal one line that changes. */
public final class Console {

    private static final String START_OF_EMPTY_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final PrintStream progress;
    private final boolean terminal;
    private boolean lineIsOpen;

    Console(PrintStream out, PrintStream progress, boolean terminal) {
        this.out = out;
        this.progress = progress;
        this.terminal = terminal;
    }

    /** Results on the standard output, progress on the error output. */
    public static Console standard() {
        return new Console(System.out, System.err, System.console() != null);
    }

    boolean isTerminal() {
        return terminal;
    }

    /** A step that begins. */
    public void step(String sentence) {
        closeLine();
        progress.println(sentence);
    }

    /** How far the step is; shown on a terminal alone. */
    public void progress(String state) {
        if (terminal) {
            progress.print(START_OF_EMPTY_LINE + state);
            progress.flush();
            lineIsOpen = true;
        }
    }

    /** A line of the result, with picocli's markup. */
    public void result(String line) {
        closeLine();
        out.println(Ansi.AUTO.string(line));
    }

    /** A line of the result as it is. */
    public void plain(String line) {
        closeLine();
        out.println(line);
    }

    /** 1234567 as 1,234,567. */
    public static String count(long number) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(number);
    }

    private void closeLine() {
        if (lineIsOpen) {
            progress.print(START_OF_EMPTY_LINE);
            progress.flush();
            lineIsOpen = false;
        }
    }
}
