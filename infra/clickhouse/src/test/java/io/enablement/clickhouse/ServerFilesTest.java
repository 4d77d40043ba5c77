package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Catches a table or view that the files for a real server have forgotten, or still name. */
class ServerFilesTest {

    private static final Path RIGHTS = Path.of("server", "0002_rights.sql");

    private final Set<String> tables = found("CREATE TABLE IF NOT EXISTS (\\w+)", "tables");

    @Test
    void everyTableHasAWriter() {
        assertThat(found("GRANT SELECT, INSERT ON (\\w+) TO", RIGHTS.toString()))
                .containsAll(tables);
    }

    @Test
    void everyTableIsReplicated() {
        assertThat(
                        found(
                                "ALTER TABLE (\\w+) MODIFY SETTING\\s+replicated_deduplication_window",
                                "server/0003_replication.sql"))
                .isEqualTo(tables);
    }

    @Test
    void everyViewOfWhatIsShownHasAReader() {
        assertThat(found("GRANT SELECT ON (\\w+) TO", RIGHTS.toString()))
                .containsAll(
                        found("CREATE OR REPLACE VIEW (current_\\w+|\\w+_scorecard)\\s", "views"));
    }

    @Test
    void noRightIsOnWhatIsNotThere() {
        Set<String> there = new TreeSet<>(tables);
        there.addAll(found("CREATE OR REPLACE VIEW (\\w+)", "views"));
        there.add("team_access");

        assertThat(there).containsAll(found("GRANT [A-Z, ]+ ON (\\w+) TO", RIGHTS.toString()));
    }

    private static Set<String> found(String pattern, String fileOrFolder) {
        try (Stream<Path> files = Files.walk(Path.of(fileOrFolder))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .flatMap(file -> Pattern.compile(pattern).matcher(text(file)).results())
                    .map((MatchResult result) -> result.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException("No " + fileOrFolder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
