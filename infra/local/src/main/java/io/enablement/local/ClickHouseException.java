package io.enablement.local;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer of ClickHouse that is an error, with the code a real server gives it. */
public final class ClickHouseException extends RuntimeException {

    static final int NOT_IMPLEMENTED = 48;
    static final int SYNTAX_ERROR = 62;

    private static final long serialVersionUID = 1L;
    private static final int UNKNOWN_EXCEPTION = 1002;
    private static final Pattern CODE = Pattern.compile("^Code: (\\d+)\\.");

    private final int code;

    ClickHouseException(int code, String message) {
        super(message);
        this.code = code;
    }

    /** The text of an error as the engine writes it: {@code Code: 60. DB::Exception: …}. */
    static ClickHouseException parse(String text) {
        Matcher matcher = CODE.matcher(text);
        int code = matcher.find() ? Integer.parseInt(matcher.group(1)) : UNKNOWN_EXCEPTION;
        return new ClickHouseException(code, text.strip());
    }

    static ClickHouseException of(int code, String name, String sentence) {
        return new ClickHouseException(
                code, "Code: " + code + ". DB::Exception: " + sentence + ". (" + name + ")");
    }

    static ClickHouseException notImplemented(String sentence) {
        return of(NOT_IMPLEMENTED, "NOT_IMPLEMENTED", sentence);
    }

    static ClickHouseException syntaxError(String sentence) {
        return of(SYNTAX_ERROR, "SYNTAX_ERROR", sentence);
    }

    public int code() {
        return code;
    }
}
