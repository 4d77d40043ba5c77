package io.enablement.streaming.job;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Runs the main method of another class until the process that started it is gone. It stands alone
 * in the class path of foreign programs, so it knows nothing but the JDK.
 */
public final class EndsWithItsParent {

    private EndsWithItsParent() {}

    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        // Opened anew: ClickHouse's engine leaves the process an empty standard input.
        InputStream input = new FileInputStream("/dev/fd/0");
        Thread watch = new Thread(() -> haltAtTheEndOf(input), "parent");
        watch.setDaemon(true);
        watch.start();
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    }

    private static void haltAtTheEndOf(InputStream input) {
        try (input) {
            input.transferTo(System.out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
