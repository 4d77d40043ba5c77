package io.enablement.dashboard.access;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who may enter by a token: a CSV file {@code name,role,team,token}, the team for managers alone.
 */
public record Tokens(List<TokenHolder> holders) {

    public static final Tokens NONE = new Tokens(List.of());

    /** A token that can be guessed is none. */
    private static final int SHORTEST_TOKEN = 20;

    private static final List<String> COLUMNS = List.of("name", "role", "team", "token");

    /** Adds what is wrong with the file to the problems; no token is repeated in them. */
    public static Tokens read(Path file, List<String> problems) {
        if (!Files.isReadable(file)) {
            problems.add("--tokens: the file %s cannot be read".formatted(file));
            return NONE;
        }
        List<TokenHolder> holders = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                holder(file, row, problems, holders);
            }
        } catch (CsvParseException e) {
            problems.add("--tokens: %s is no CSV file".formatted(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        if (holders.isEmpty() && problems.isEmpty()) {
            problems.add("--tokens: %s lets nobody in; add a line".formatted(file));
        }
        return new Tokens(List.copyOf(holders));
    }

    private static void holder(
            Path file, NamedCsvRecord row, List<String> problems, List<TokenHolder> holders) {
        String place = "--tokens: %s:%d".formatted(file, row.getStartingLineNumber());
        if (!row.getHeader().containsAll(COLUMNS)) {
            problems.add(
                    "%s: the columns are %s, not %s"
                            .formatted(place, String.join(",", row.getHeader()), COLUMNS));
            return;
        }
        int before = problems.size();
        String team = row.getField("team").strip();
        Role role = Role.named(row.getField("role").strip()).orElse(null);
        if (role == null) {
            problems.add(
                    "%s, role: '%s' is none of %s"
                            .formatted(
                                    place,
                                    row.getField("role"),
                                    Arrays.stream(Role.values())
                                            .map(Role::toString)
                                            .collect(Collectors.joining(", "))));
        } else if ((role == Role.MANAGER) == team.isEmpty()) {
            problems.add(
                    "%s, team: %s"
                            .formatted(
                                    place,
                                    role == Role.MANAGER
                                            ? "a manager needs a team"
                                            : "only a manager has a team; leave it empty"));
        }
        if (row.getField("name").isBlank()) {
            problems.add(place + ", name: is empty");
        }
        if (row.getField("token").length() < SHORTEST_TOKEN) {
            problems.add(
                    "%s, token: has fewer than %d characters; take 32 random ones"
                            .formatted(place, SHORTEST_TOKEN));
        }
        if (problems.size() == before) {
            holders.add(
                    TokenHolder.of(
                            new Viewer(row.getField("name").strip(), role, team),
                            row.getField("token")));
        }
    }
}
