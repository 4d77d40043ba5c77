package io.enablement.impact.journeys;

import java.util.List;
import java.util.Optional;

/** Whether the channels of paths look as if another separator stood between them. */
final class SeparatorCheck {

    /** Longer ones before those that they contain. */
    private static final List<String> LIKELY =
            List.of(" -> ", "->", " => ", "=>", " > ", ">", " | ", "|", ";", "\t", " / ", ",", "/");

    private final String separator;
    private boolean separated;
    private String found = "";
    private long line;
    private String joined = "";
    private long joinedLine;

    SeparatorCheck(String separator) {
        this.separator = separator;
    }

    void see(long lineNumber, List<String> channels) {
        separated |= channels.size() > 1;
        if (found.isEmpty() && channels.size() == 1) {
            LIKELY.stream()
                    .filter(likely -> !likely.equals(separator))
                    .filter(channels.get(0)::contains)
                    .findFirst()
                    .ifPresent(likely -> rememberLikely(likely, lineNumber));
        }
        if (joined.isEmpty() && !separator.isBlank()) {
            channels.stream()
                    .filter(channel -> channel.contains(separator.strip()))
                    .findFirst()
                    .ifPresent(channel -> rememberJoined(channel, lineNumber));
        }
    }

    /** Nothing was separated but something else could be, or the spaces of some are missing. */
    Optional<String> problem() {
        if (!separated && !found.isEmpty()) {
            return Optional.of(
                    "line %d, column %s: no path holds the separator '%s', but this one holds '%s'; name the right one with --separator"
                            .formatted(line, PathColumns.PATH, separator, found));
        }
        if (!joined.isEmpty()) {
            return Optional.of(
                    "line %d, column %s: the channel '%s' holds '%s'; write the separator '%s' there, or name another with --separator"
                            .formatted(
                                    joinedLine,
                                    PathColumns.PATH,
                                    joined,
                                    separator.strip(),
                                    separator));
        }
        return Optional.empty();
    }

    private void rememberLikely(String likely, long lineNumber) {
        found = likely;
        line = lineNumber;
    }

    private void rememberJoined(String channel, long lineNumber) {
        joined = channel;
        joinedLine = lineNumber;
    }
}
