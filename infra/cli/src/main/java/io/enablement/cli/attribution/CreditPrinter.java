package io.enablement.cli.attribution;

import io.enablement.cli.console.Console;
import io.enablement.impact.journeys.ChannelCredit;
import io.enablement.impact.journeys.Journeys;
import java.util.List;

/** Prints the credit of all models for people. */
final class CreditPrinter {

    private final Console console;

    CreditPrinter(Console console) {
        this.console = console;
    }

    void print(Journeys journeys, List<ChannelCredit> credit) {
        CreditTable table = new CreditTable(credit);
        console.plain(
                "%s of %s journeys were won, worth %s"
                        .formatted(
                                Console.count(journeys.won()),
                                Console.count(journeys.won() + journeys.lost()),
                                CreditTable.decimal(journeys.value())));
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
