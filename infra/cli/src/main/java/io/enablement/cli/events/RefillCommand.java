package io.enablement.cli.events;

import io.enablement.cli.console.Console;
import io.enablement.cli.console.RunException;
import io.enablement.cli.stack.EventLog;
import io.enablement.cli.stack.Servers;
import io.enablement.cli.stack.StackOptions;
import io.enablement.intake.RecordSender;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the archive of events back into Kafka. */
@Command(
        name = "refill",
        description = {
            "Write the records of the archive back into empty topics, after Kafka's log has gone.",
            "Partition, offset, key, bytes, headers and time are the same as before, so that jobs go on where they were. Topics that hold anything are refused."
        })
public final class RefillCommand implements Callable<Integer> {

    private static final int RECORDS_AT_ONCE = 20_000;

    private final Console console = Console.standard();

    @Mixin private StackOptions stack;

    @Override
    public Integer call() {
        stack.use(console, this::refill);
        return 0;
    }

    private void refill(Servers servers) {
        Archive archive = Archive.of(servers.clickHouse());
        archive.requireComplete();
        stack.kafka().createTopics(servers.kafka(), archive.partitions().values());
        try (EventLog log = EventLog.of(servers.kafka())) {
            log.requireEmpty(archive.partitions());
        }
        try (RecordSender sender = RecordSender.connect(servers.kafka())) {
            long written = 0;
            for (Archive.Part part : archive.parts()) {
                written = write(archive, part, sender, written);
            }
        }
        console.plain("Wrote %s records back".formatted(Console.count(archive.size())));
    }

    /** Gives how many records have been written so far. */
    private long write(Archive archive, Archive.Part part, RecordSender sender, long before) {
        long written = before;
        for (long from = 0; from <= part.lastOffset(); from += RECORDS_AT_ONCE) {
            List<ProducerRecord<byte[], byte[]>> records =
                    archive.records(part, from, from + RECORDS_AT_ONCE);
            requireOffsets(part, from, sender.send(records));
            written += records.size();
            console.progress(
                    "Writing: %s of %s records"
                            .formatted(Console.count(written), Console.count(archive.size())));
        }
        return written;
    }

    /** Somebody else may write into the topic meanwhile. */
    private static void requireOffsets(Archive.Part part, long from, List<RecordMetadata> places) {
        for (int index = 0; index < places.size(); index++) {
            if (places.get(index).offset() != from + index) {
                throw new RunException(
                        "A record of %s %d got offset %d instead of %d: something else writes into the topic; delete the topics and begin again"
                                .formatted(
                                        part.topic(),
                                        part.partition(),
                                        places.get(index).offset(),
                                        from + index));
            }
        }
    }
}
