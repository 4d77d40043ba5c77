package io.enablement.local;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The C functions of the embedded ClickHouse engine, under the names its header gives them. */
interface ChdbLibrary extends Library {

    void chdb_set_signal_handlers_enabled(int enabled);

    Pointer chdb_connect(int argumentCount, StringArray arguments);

    void chdb_close_conn(Pointer connection);

    Pointer chdb_query_with_params_n(
            Pointer connection,
            byte[] query,
            long queryLength,
            byte[] format,
            long formatLength,
            Pointer[] names,
            long[] nameLengths,
            Pointer[] values,
            long[] valueLengths,
            long parameterCount);

    Pointer chdb_stream_insert_with_params_n(
            Pointer connection,
            byte[] query,
            long queryLength,
            byte[] format,
            long formatLength,
            Pointer[] names,
            long[] nameLengths,
            Pointer[] values,
            long[] valueLengths,
            long parameterCount);

    int chdb_stream_append(Pointer insert, byte[] data, long length);

    Pointer chdb_stream_done(Pointer insert);

    Pointer chdb_stream_insert_error(Pointer insert);

    void chdb_destroy_insert_stream(Pointer insert);

    Pointer chdb_result_error(Pointer result);

    Pointer chdb_result_buffer(Pointer result);

    long chdb_result_length(Pointer result);

    long chdb_result_rows_read(Pointer result);

    long chdb_result_storage_rows_read(Pointer result);

    long chdb_result_storage_bytes_read(Pointer result);

    long chdb_result_rows_written(Pointer result);

    long chdb_result_bytes_written(Pointer result);

    void chdb_destroy_query_result(Pointer result);

    /**
     * The libraries of the process. They stay loaded: JNA unloads one that nobody refers to, from
     * under the engine's background threads, which outlive its connections.
     */
    Map<Path, ChdbLibrary> LOADED = new ConcurrentHashMap<>();

    static ChdbLibrary load(Path path) {
        return LOADED.computeIfAbsent(path, ChdbLibrary::loadFirst);
    }

    /** With its symbols kept to itself; leaves the JVM its signals. */
    private static ChdbLibrary loadFirst(Path path) {
        emptyStandardInput();
        int lazyAndLocal = 1;
        ChdbLibrary library =
                Native.load(
                        path.toString(),
                        ChdbLibrary.class,
                        Map.of(
                                OPTION_OPEN_FLAGS,
                                lazyAndLocal,
                                OPTION_STRING_ENCODING,
                                StandardCharsets.UTF_8.name()));
        library.chdb_set_signal_handlers_enabled(0);
        Runtime.getRuntime().addShutdownHook(new Thread(ChdbLibrary::skipDestructors));
        return library;
    }

    /**
     * The engine takes whatever waits on the standard input for more rows of an insert: lines that
     * a shell's loop or a pipe holds ready for others. So the process gets an input without any.
     */
    private static void emptyStandardInput() {
        int readOnly = 0;
        int standardInput = 0;
        int nothing = call("open", "/dev/null", readOnly);
        call("dup2", nothing, standardInput);
        call("close", nothing);
    }

    private static int call(String function, Object... arguments) {
        return Function.getFunction(Platform.C_LIBRARY_NAME, function).invokeInt(arguments);
    }

    /**
     * The engine's background threads outlive its connections, and its destructors, which run while
     * the process exits, pull the ground from under them: a segmentation fault where one merges.
     * Registered last, this exit handler runs first and ends the process with the status it was to
     * end with. A halt runs no hook and so faults while an engine is open; once it is closed
     * nothing merges.
     */
    private static void skipDestructors() {
        if (Platform.isLinux()) {
            Function exit = Function.getFunction(Platform.C_LIBRARY_NAME, "_exit");
            Function.getFunction(Platform.C_LIBRARY_NAME, "on_exit")
                    .invokeInt(new Object[] {exit, null});
        }
    }
}
