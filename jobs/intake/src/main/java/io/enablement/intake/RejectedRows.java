package io.enablement.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Converts rows again that were rejected once, CSV rows with a mapping that has been mended. */
public final class RejectedRows {

    private final List<Section> sections;
    private final List<Path> folders;
    private final Map<Section, Map<String, Lookup>> lookups = new HashMap<>();

    private RejectedRows(List<Section> sections, List<Path> folders) {
        this.sections = sections;
        this.folders = folders;
    }

    /** Lines of JSON need no mapping. */
    public static RejectedRows jsonLines() {
        return new RejectedRows(List.of(), List.of());
    }

    /**
     * @param tables where the tables lie that the mapping looks up, if not beside the mapping
     */
    public static RejectedRows csv(Mapping mapping, Path tables) {
        List<Path> folders = Stream.of(mapping.folder(), tables).filter(Objects::nonNull).toList();
        return new RejectedRows(mapping.sections(), folders);
    }

    /** The events of a row, or the row alone, rejected again. */
    public List<Message> messages(RejectedRow row) {
        RawRow raw = row.raw();
        try {
            Optional<Section> section = section(row);
            return section.isPresent() ? csv(row, section.get()) : JsonRows.read(raw);
        } catch (RowRejected e) {
            return List.of(Message.rejected(raw, e, row.headers()));
        }
    }

    private Optional<Section> section(RejectedRow row) {
        return sections.stream().filter(section -> section.matches(row.file())).findFirst();
    }

    private List<Message> csv(RejectedRow row, Section section) throws RowRejected {
        CsvDialect dialect = section.dialect();
        List<String> columns =
                dialect.hasHeader()
                        ? Columns.read(row.headers().getOrDefault(Message.COLUMNS, ""))
                        : dialect.columns();
        CsvRow values = CsvRow.of(row.raw(), dialect, columns);
        for (String column : section.columns()) {
            if (!columns.contains(column)) {
                throw new RowRejected(
                        RejectionReason.MISSING_FIELD,
                        "The row has no column " + Texts.quoted(column) + ".");
            }
        }
        return section.messages(values, lookups.computeIfAbsent(section, this::lookupsOf));
    }

    private Map<String, Lookup> lookupsOf(Section section) {
        Map<String, Lookup> tables = new HashMap<>();
        for (LookupSource source : section.lookups()) {
            tables.put(source.name(), lookup(source));
        }
        return tables;
    }

    private Lookup lookup(LookupSource source) {
        Path file =
                folders.stream()
                        .map(folder -> folder.resolve(source.file()))
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new MappingException(
                                                source.name(),
                                                List.of(
                                                        source.file()
                                                                + " lies in none of the folders "
                                                                + folders)));
        try {
            return Lookup.open(file, source.dialect(), source.key());
        } catch (IOException e) {
            throw new MappingException(source.name(), List.of(e.getMessage()));
        }
    }
}
