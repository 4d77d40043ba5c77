package io.enablement.intake;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The part of a mapping that is about the files of one kind.
 *
 * @param pattern their name, with * and ? as wildcards
 * @param rejectsUnmatched whether a row without an event is rejected or only counted
 */
record Section(
        String pattern,
        CsvDialect dialect,
        List<LookupSource> lookups,
        List<EventMapping> events,
        boolean rejectsUnmatched) {

    /** The events of a row: all of them, or a rejection of the whole row. */
    List<Message> messages(CsvRow row, Map<String, Lookup> tables) throws RowRejected {
        List<Message> messages = new ArrayList<>();
        for (EventMapping event : events) {
            if (event.appliesTo(row)) {
                messages.add(event.message(row, tables));
            }
        }
        if (messages.isEmpty() && rejectsUnmatched) {
            throw new RowRejected(
                    RejectionReason.NO_EVENT, "No event of the mapping applies to the row.");
        }
        return messages;
    }

    /** By the file name alone; a compressed file may carry {@code .gz} behind it. */
    boolean matches(Path file) {
        String name = file.getFileName().toString();
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(plain));
    }

    List<String> columns() {
        return events.stream().flatMap(EventMapping::columns).distinct().sorted().toList();
    }
}
