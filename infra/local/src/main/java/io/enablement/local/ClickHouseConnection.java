package io.enablement.local;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One connection to the embedded engine with a database, settings and temporary tables of its own;
 * to be used on the engine's threads alone, one statement after another.
 */
final class ClickHouseConnection implements AutoCloseable {

    private final ChdbLibrary library;
    private final Pointer handle;

    ClickHouseConnection(ChdbLibrary library, Pointer handle) {
        this.library = library;
        this.handle = handle;
    }

    ClickHouseResult query(String sql, String format) {
        return query(sql.getBytes(StandardCharsets.UTF_8), format, Map.of());
    }

    ClickHouseResult query(byte[] sql, String format, Map<String, String> parameters) {
        byte[] formatName = format.getBytes(StandardCharsets.UTF_8);
        QueryParameters values = QueryParameters.of(parameters);
        return take(
                library.chdb_query_with_params_n(
                        connection(),
                        sql,
                        sql.length,
                        formatName,
                        formatName.length,
                        values.names(),
                        values.nameLengths(),
                        values.values(),
                        values.valueLengths(),
                        values.count()));
    }

    /**
     * Inserts rows that are already encoded. The engine looks at the bytes of such rows only with
     * the reader of their format; as a part of the statement, rows that look like white space would
     * be lost.
     */
    ClickHouseResult insert(
            String statement, String format, byte[] rows, Map<String, String> parameters) {
        byte[] sql = statement.getBytes(StandardCharsets.UTF_8);
        byte[] formatName = format.getBytes(StandardCharsets.UTF_8);
        QueryParameters values = QueryParameters.of(parameters);
        Pointer insert =
                library.chdb_stream_insert_with_params_n(
                        connection(),
                        sql,
                        sql.length,
                        formatName,
                        formatName.length,
                        values.names(),
                        values.nameLengths(),
                        values.values(),
                        values.valueLengths(),
                        values.count());
        try {
            failOn(library.chdb_stream_insert_error(insert));
            if (rows.length > 0) {
                library.chdb_stream_append(insert, rows, rows.length);
            }
            return take(library.chdb_stream_done(insert));
        } finally {
            library.chdb_destroy_insert_stream(insert);
        }
    }

    @Override
    public void close() {
        library.chdb_close_conn(handle);
    }

    private Pointer connection() {
        return handle.getPointer(0);
    }

    private ClickHouseResult take(Pointer result) {
        try {
            failOn(library.chdb_result_error(result));
            Pointer buffer = library.chdb_result_buffer(result);
            int length = Math.toIntExact(library.chdb_result_length(result));
            return new ClickHouseResult(
                    buffer == null ? new byte[0] : buffer.getByteArray(0, length),
                    library.chdb_result_rows_read(result),
                    library.chdb_result_storage_rows_read(result),
                    library.chdb_result_storage_bytes_read(result),
                    library.chdb_result_rows_written(result),
                    library.chdb_result_bytes_written(result));
        } finally {
            library.chdb_destroy_query_result(result);
        }
    }

    private static void failOn(Pointer error) {
        if (error != null) {
            throw ClickHouseException.parse(error.getString(0, StandardCharsets.UTF_8.name()));
        }
    }
}
