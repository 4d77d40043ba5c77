package io.enablement.bench.dashboard;

import io.enablement.bench.contest.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of a sales organisation of any size, filled by ClickHouse itself. */
record Organisation(long deals) {

    private static final String FILE = "organisation.sql";
    private static final int DEALS_OF_REP = 1_000;
    private static final int LEAST_REPS = 50;
    private static final int REPS_OF_TEAM = 25;
    private static final Pattern TABLE = Pattern.compile("(?:INSERT INTO|CREATE TABLE) (\\w+)");

    long reps() {
        return Math.max(LEAST_REPS, deals / DEALS_OF_REP);
    }

    long teams() {
        return reps() / REPS_OF_TEAM;
    }

    /** In the order of the file; of each it tells the table. */
    void fill(Database database, Consumer<String> filled) {
        for (String statement : statements()) {
            database.ask(statement);
            Matcher table = TABLE.matcher(statement);
            if (table.find()) {
                filled.accept(table.group(1));
            }
        }
    }

    List<String> statements() {
        String text =
                text().replace("${deals}", Long.toString(deals))
                        .replace("${reps}", Long.toString(reps()))
                        .replace("${teams}", Long.toString(teams()));
        return Stream.of(text.split(";\\s*\n")).map(String::strip).toList();
    }

    private static String text() {
        try (InputStream file = Organisation.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("There is no " + FILE, e);
        }
    }
}
