package io.enablement.cli;

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
final class DeadLettersCommand {}
