package io.enablement.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which file belongs to which section of a mapping: by file name among the files given, else beside
 * the first of them. Everything is opened once before the first row is read, so that a mapping that
 * does not fit its files fails before any event is sent.
 */
final class CsvPlan {

    private final Mapping mapping;
    private final List<Path> given;
    private final List<String> problems = new ArrayList<>();

    private CsvPlan(Mapping mapping, List<Path> given) {
        this.mapping = mapping;
        this.given = given;
    }

    /** Opens the files one after another when they are asked for. */
    static List<Opening> of(Mapping mapping, List<Path> files) {
        if (files.isEmpty()) {
            throw new MappingException(mapping.name(), List.of("no file is given"));
        }
        return new CsvPlan(mapping, files).openings();
    }

    private List<Opening> openings() {
        refuseStrangers();
        List<Opening> openings = new ArrayList<>();
        for (Section section : mapping.sections()) {
            Set<Path> files = filesOf(section);
            Map<String, Lookup> lookups = lookupsOf(section);
            for (Path file : files) {
                check(section, file, lookups);
                openings.add(
                        new Opening(
                                file,
                                () ->
                                        new CsvRows(
                                                CsvFile.open(file, section.dialect()),
                                                section,
                                                lookups)));
            }
        }
        if (!problems.isEmpty()) {
            throw new MappingException(mapping.name(), problems);
        }
        return openings;
    }

    private void refuseStrangers() {
        List<String> patterns = mapping.sections().stream().map(Section::pattern).toList();
        for (Path file : given) {
            if (Files.notExists(file)) {
                problems.add("there is no file " + file);
            } else if (mapping.sections().stream().noneMatch(section -> section.matches(file))) {
                problems.add(
                        file.getFileName()
                                + " is none of the files that the mapping reads: "
                                + patterns);
            }
        }
    }

    private Set<Path> filesOf(Section section) {
        Set<Path> matching = new LinkedHashSet<>(given.stream().filter(section::matches).toList());
        if (matching.isEmpty()) {
            matching.addAll(filesBeside(section));
        }
        if (matching.isEmpty()) {
            problems.add(
                    section.pattern()
                            + " is not given and does not lie beside "
                            + given.get(0)
                            + "; give it on the command line");
        }
        return matching;
    }

    private List<Path> filesBeside(Section section) {
        try (Stream<Path> files = Files.list(folderOfData())) {
            return files.filter(section::matches).filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private Map<String, Lookup> lookupsOf(Section section) {
        Map<String, Lookup> lookups = new HashMap<>();
        for (LookupSource source : section.lookups()) {
            try {
                Path file = find(source);
                lookups.put(source.name(), Lookup.open(file, source.dialect(), source.key()));
            } catch (IOException e) {
                problems.add("lookup " + source.name() + ": " + e.getMessage());
            }
        }
        return lookups;
    }

    private Path find(LookupSource source) throws IOException {
        return Stream.of(mapping.folder(), folderOfData())
                .filter(Objects::nonNull)
                .map(folder -> folder.resolve(source.file()))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IOException(
                                        source.file()
                                                + " lies neither beside the mapping nor beside "
                                                + given.get(0)));
    }

    private void check(Section section, Path file, Map<String, Lookup> lookups) {
        try (CsvFile csv = CsvFile.open(file, section.dialect())) {
            for (String column : section.columns()) {
                if (!csv.columns().contains(column)) {
                    problems.add(
                            file.getFileName()
                                    + " has no column "
                                    + Texts.quoted(column)
                                    + "."
                                    + Texts.didYouMean(column, csv.columns()));
                }
                if (Collections.frequency(csv.columns(), column) > 1) {
                    problems.add(
                            file.getFileName()
                                    + " has more than one column "
                                    + Texts.quoted(column)
                                    + ".");
                }
            }
        } catch (IOException e) {
            problems.add(file + " cannot be read: " + e.getMessage());
        }
        section.events().stream()
                .flatMap(event -> event.fields().stream())
                .filter(field -> field.lookup() != null)
                .forEach(field -> check(field, lookups.get(field.lookup().table())));
    }

    private void check(FieldMapping field, Lookup lookup) {
        String column = field.lookup().column();
        if (lookup != null && !lookup.columns().contains(column)) {
            problems.add(
                    "lookup "
                            + field.lookup().table()
                            + " has no column "
                            + Texts.quoted(column)
                            + "."
                            + Texts.didYouMean(column, lookup.columns()));
        }
    }

    private Path folderOfData() {
        return given.get(0).toAbsolutePath().getParent();
    }
}
