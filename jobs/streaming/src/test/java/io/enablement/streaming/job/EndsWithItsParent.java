package io.enablement.streaming.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Runs the main method of another class until the process that started it is gone. It stands alone
 * in the class path of foreign programs, so it knows nothing but the JDK.
 */
public final class EndsWithItsParent {

    private EndsWithItsParent() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(EndsWithItsParent::haltAtTheEndOfTheInput, "parent");
        watch.setDaemon(true);
        watch.start();
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    }

    private static void haltAtTheEndOfTheInput() {
        try {
            System.in.transferTo(System.out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
