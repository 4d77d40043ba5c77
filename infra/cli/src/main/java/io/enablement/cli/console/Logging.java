package io.enablement.cli.console;

import java.util.List;

/** How much the parts of the stack say on the error output. */
public final class Logging {

    private static final String PREFIX = "org.slf4j.simpleLogger.";
    private static final List<String> QUIET =
            List.of("org.apache.flink", "org.apache.kafka", "kafka");

    private Logging() {}

    /** Works until the first logger is made. */
    public static void sayMore() {
        System.setProperty(PREFIX + "defaultLogLevel", "info");
        QUIET.forEach(name -> System.setProperty(PREFIX + "log." + name, "info"));
    }
}
