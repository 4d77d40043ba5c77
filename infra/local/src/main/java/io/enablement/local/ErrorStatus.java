package io.enablement.local;

import java.util.Set;

/** The HTTP status a ClickHouse server answers an error code with. */
final class ErrorStatus {

    private static final Set<Integer> BAD_REQUEST =
            Set.of(
                    6, 7, 8, 25, 26, 27, 33, 36, 37, 38, 41, 42, 43, 44, 52, 53, 62, 69, 70, 72, 80,
                    117, 130, 131, 167, 168, 190, 223, 377, 457);
    private static final Set<Integer> NOT_FOUND =
            Set.of(35, 46, 47, 50, 56, 60, 63, 73, 78, 81, 92, 115, 139, 336);
    private static final Set<Integer> FORBIDDEN = Set.of(192, 193, 516);

    private ErrorStatus() {}

    static int of(int code) {
        if (BAD_REQUEST.contains(code)) {
            return 400;
        }
        if (NOT_FOUND.contains(code)) {
            return 404;
        }
        if (FORBIDDEN.contains(code)) {
            return 403;
        }
        return switch (code) {
            case 48 -> 501;
            case 159 -> 408;
            case 194 -> 401;
            default -> 500;
        };
    }
}
