package io.enablement.local;

import java.nio.charset.StandardCharsets;

/** Walks over the words and signs of a statement, past comments, strings and quoted names. */
final class SqlScanner {

    private final byte[] sql;
    private int start;
    private int end;
    private int depth;

    SqlScanner(byte[] sql) {
        this.sql = sql;
    }

    /** False at the end of the text. */
    boolean next() {
        start = skipBlanks(end);
        if (start >= sql.length) {
            return false;
        }
        end = endOfToken(start);
        if (sql[start] == '(') {
            depth++;
        }
        if (sql[start] == ')') {
            depth--;
        }
        return true;
    }

    boolean isWord() {
        return isWordPart(sql[start]);
    }

    boolean is(String token) {
        return end - start == token.length() && text().equalsIgnoreCase(token);
    }

    String text() {
        return new String(sql, start, end - start, StandardCharsets.UTF_8);
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** How many parentheses are open. */
    int depth() {
        return depth;
    }

    private int skipBlanks(int from) {
        int position = from;
        while (position < sql.length) {
            if (Character.isWhitespace(sql[position])) {
                position++;
            } else if (startsWith(position, "--")) {
                position = after(position, "\n");
            } else if (startsWith(position, "/*")) {
                position = after(position + 2, "*/");
            } else {
                return position;
            }
        }
        return position;
    }

    private int endOfToken(int from) {
        byte first = sql[from];
        if (first == '\'' || first == '"' || first == '`') {
            return endOfQuoted(from);
        }
        int position = from + 1;
        if (!isWordPart(first)) {
            return position;
        }
        while (position < sql.length && isWordPart(sql[position])) {
            position++;
        }
        return position;
    }

    private int endOfQuoted(int from) {
        for (int position = from + 1; position < sql.length; position++) {
            if (sql[position] == '\\') {
                position++;
            } else if (sql[position] == sql[from]) {
                return position + 1;
            }
        }
        return sql.length;
    }

    private int after(int from, String sign) {
        for (int position = from; position < sql.length; position++) {
            if (startsWith(position, sign)) {
                return position + sign.length();
            }
        }
        return sql.length;
    }

    private boolean startsWith(int position, String sign) {
        for (int index = 0; index < sign.length(); index++) {
            if (position + index >= sql.length || sql[position + index] != sign.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordPart(byte sign) {
        return sign == '_'
                || sign < 0
                || (sign >= '0' && sign <= '9')
                || (sign >= 'a' && sign <= 'z')
                || (sign >= 'A' && sign <= 'Z');
    }
}
