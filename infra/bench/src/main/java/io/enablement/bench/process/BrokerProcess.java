package io.enablement.bench.process;

import io.enablement.local.LocalKafka;
import java.nio.file.Path;

/** The process of the broker: says its address and ends with its standard input. */
public final class BrokerProcess {

    private BrokerProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (LocalKafka kafka = LocalKafka.start(Path.of(arguments[0]), 0)) {
            System.out.println(JavaProcess.ANSWER + kafka.bootstrapServers());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        System.exit(0);
    }
}
