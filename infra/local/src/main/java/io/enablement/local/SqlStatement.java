package io.enablement.local;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * One statement as an HTTP client sends it: the text, and for an INSERT with a FORMAT the encoded
 * rows behind it. What the embedded engine would answer wrongly is refused here.
 *
 * @param format of the rows of an INSERT, else the one the statement asks its answer in; may be ""
 * @param rows the encoded rows of an INSERT; null for every other statement
 */
record SqlStatement(byte[] text, String format, byte[] rows) {

    private static final Set<String> ENDS_THE_PROCESS = Set.of("shutdown", "kill");

    static SqlStatement read(byte[] sql) {
        SqlScanner scanner = new SqlScanner(sql);
        if (!scanner.next()) {
            throw ClickHouseException.syntaxError("Empty query");
        }
        if (scanner.is("insert")) {
            return readInsert(sql, scanner);
        }
        if (scanner.is("system")) {
            refuseToEndTheProcess(scanner);
        }
        return new SqlStatement(sql, formatOfAnswer(scanner), null);
    }

    Optional<byte[]> insertedRows() {
        return Optional.ofNullable(rows);
    }

    private static SqlStatement readInsert(byte[] sql, SqlScanner scanner) {
        boolean selects = false;
        String before = "";
        while (scanner.next()) {
            boolean outside = scanner.depth() == 0;
            if (outside && scanner.is("values")) {
                return new SqlStatement(sql, "", null);
            }
            if (scanner.is("(") && before.equalsIgnoreCase("input")) {
                throw ClickHouseException.notImplemented(
                        "The embedded engine does not read rows through input(); INSERT them with"
                                + " FORMAT into the table");
            }
            if (before.equalsIgnoreCase("from") && scanner.is("infile")) {
                throw ClickHouseException.notImplemented("FROM INFILE is for clients");
            }
            selects |= outside && scanner.is("select");
            if (outside && !selects && scanner.is("format") && !before.equals(".")) {
                return withRows(sql, scanner);
            }
            before = scanner.text();
        }
        return new SqlStatement(sql, "", null);
    }

    private static SqlStatement withRows(byte[] sql, SqlScanner scanner) {
        int endOfText = scanner.start();
        if (!scanner.next() || !scanner.isWord()) {
            throw ClickHouseException.syntaxError("FORMAT without a name");
        }
        String format = scanner.text();
        byte[] text = Arrays.copyOf(sql, endOfText);
        if (format.equalsIgnoreCase("values")) {
            return new SqlStatement(sql, "", null);
        }
        return new SqlStatement(
                text, format, Arrays.copyOfRange(sql, startOfRows(sql, scanner.end()), sql.length));
    }

    /** Behind blanks and one line end, as a ClickHouse server cuts it. */
    private static int startOfRows(byte[] sql, int endOfFormat) {
        int position = endOfFormat;
        while (position < sql.length && (sql[position] == ' ' || sql[position] == '\t')) {
            position++;
        }
        if (position < sql.length && sql[position] == '\r') {
            position++;
        }
        if (position < sql.length && sql[position] == '\n') {
            position++;
        }
        return position;
    }

    private static String formatOfAnswer(SqlScanner scanner) {
        String format = "";
        String before = "";
        boolean ended = false;
        while (scanner.next()) {
            if (scanner.is(";")) {
                ended = true;
                continue;
            }
            if (ended) {
                throw ClickHouseException.syntaxError("Multi-statements are not allowed");
            }
            if (before.equalsIgnoreCase("into") && scanner.is("outfile")) {
                throw ClickHouseException.notImplemented("INTO OUTFILE is for clients");
            }
            if (before.equalsIgnoreCase("format") && scanner.isWord() && scanner.depth() == 0) {
                format = scanner.text();
            }
            before = scanner.text();
        }
        return format;
    }

    private static void refuseToEndTheProcess(SqlScanner scanner) {
        if (scanner.next() && ENDS_THE_PROCESS.stream().anyMatch(scanner::is)) {
            throw ClickHouseException.notImplemented(
                    "SYSTEM " + scanner.text() + " would end the process around the engine");
        }
    }

    String sql() {
        return new String(text, StandardCharsets.UTF_8);
    }
}
