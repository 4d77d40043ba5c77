package io.enablement.cli.letters;

import picocli.CommandLine.Command;

/** What could not be counted: seen, looked into, sent again. */
@Command(
        name = "dead-letters",
        description = "Show what could not be counted, and send it again after a fix.",
        subcommands = {
            DeadLettersListCommand.class,
            DeadLettersShowCommand.class,
            DeadLettersReplayCommand.class
        })
public final class DeadLettersCommand {}
