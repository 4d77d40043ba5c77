package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One pipeline of processes through which events flow, shuffled, some twice and some broken, while
 * it suffers one fault after another. After each of them, readers must see what an undisturbed run
 * over the same records shows, and nobody who reads all the time may have seen a contradiction. In
 * the long version the archive of events runs beside it.
 *
 * <p>CutBlocksTest, RestatementTest and FenceTest catch in milliseconds a token that changes, a
 * wrong sign in the ledger and a fence that is open; here the parts meet.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {

    private static final boolean LONG = Boolean.getBoolean("test.long");
    private static final int ROUNDS = LONG ? 5 : 1;
    private static final int RECORDS_PER_FAULT = LONG ? 8_000 : 2_000;
    private static final int COMPARISONS = 2;
    private static final SplittableRandom RANDOM = new SplittableRandom(23);

    @TempDir private static Path directory;
    private ProcessPipeline pipeline;
    private EventFlow flow;
    private PollingReader reader;
    private final RecoveryTimes times = new RecoveryTimes();
    private boolean survived = true;

    @BeforeAll
    void start() throws Exception {
        pipeline = ProcessPipeline.start(directory, LONG ? 3 : 2);
        flow =
                new EventFlow(
                        TestTopics.create(pipeline.bootstrapServers(), ""),
                        DisorderedMessages.of(17, RECORDS_PER_FAULT * (int) faults().count()));
        pipeline.deploy();
        pipeline.await("published anything", () -> pipeline.publications() > 0);
        if (LONG) {
            pipeline.deployArchive();
        }
        reader = PollingReader.start(pipeline.database());
    }

    @AfterAll
    void stop() {
        reader.close();
        flow.close();
        pipeline.close();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void changesNothingThatIsShown(Fault fault) throws Exception {
        assertThat(survived).as("the pipeline has survived what happened before").isTrue();
        survived = false;
        int before = flow.sent();
        flow.open(RECORDS_PER_FAULT);
        flow.awaitSent(before + RANDOM.nextInt(RECORDS_PER_FAULT / 2));

        int comparisons = reader.comparisons();
        times.begin(fault);
        fault.strike(pipeline, RANDOM);
        pipeline.awaitRecords(flow.sent());
        times.end(reader.comparisons() - comparisons);

        flow.awaitStored();
        pipeline.awaitRecords(flow.sent());
        pipeline.await("been read", () -> reader.comparisons() >= comparisons + COMPARISONS);
        assertThat(pipeline.records()).as("each record is read once").isEqualTo(flow.sent());
        UndisturbedRun.of(flow.stored()).assertEqualTo(pipeline.database(), 1);
        assertThat(pipeline.database().number("count() FROM ledger_difference")).isZero();
        assertThat(reader.contradictions()).isEmpty();
        if (LONG) {
            String records = Integer.toString(flow.sent());
            assertThat(pipeline.awaitArchived(flow.sent()).split("\\s")).containsOnly(records);
        }
        survived = true;
    }

    private static Stream<Fault> faults() {
        return IntStream.range(0, ROUNDS).boxed().flatMap(round -> oneRound());
    }

    /** Each fault once, but TaskManagers five times, in the short version twice. */
    private static Stream<Fault> oneRound() {
        List<Fault> more = Collections.nCopies(LONG ? 4 : 1, Fault.TASK_MANAGER_KILLED);
        return Stream.concat(Stream.of(Fault.values()), more.stream());
    }
}
