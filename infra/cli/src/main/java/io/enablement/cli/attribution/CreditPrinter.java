package io.enablement.cli.attribution;

import io.enablement.cli.console.Console;
import java.util.List;

/** Prints the credit of all models for people. */
final class CreditPrinter {

    private final Console console;

    CreditPrinter(Console console) {
        this.console = console;
    }

    void print(CreditTable table) {
        print("Share of the conversions (95 % interval)", table.shares());
        print("Conversions", table.conversions());
        print("Value", table.values());
        print("Removal effect: conversions lost without the channel", table.removalEffects());
        console.plain("");
        console.plain(ModelOptions.NOTE);
    }

    private void print(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        console.plain("");
        console.result("@|bold " + title + "|@");
        lines.forEach(console::result);
    }
}
