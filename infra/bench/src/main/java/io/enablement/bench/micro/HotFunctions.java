package io.enablement.bench.micro;

import io.enablement.bench.events.SalesEvents;
import io.enablement.bench.question.AvroEvents;
import io.enablement.domain.deal.Part;
import io.enablement.domain.event.Cause;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Family;
import io.enablement.domain.rep.Entry;
import io.enablement.domain.rep.LedgerEntry;
import io.enablement.domain.rep.MonthKey;
import io.enablement.domain.rep.RepLabel;
import io.enablement.domain.rep.Tally;
import io.enablement.schemas.DealMessage;
import io.enablement.streaming.ingest.DealFormat;
import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.tables.RepLedgerTable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What runs for each event, each function by itself. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HotFunctions {

    private static final int MESSAGES = 1_024;
    private static final DealFormat FORMAT = new DealFormat();
    private static final RepLedgerTable LEDGER = new RepLedgerTable();
    private static final LedgerEntry ENTRY =
            new LedgerEntry(
                    "rep-17",
                    "deal-4711",
                    new Entry(
                            new MonthKey(
                                    new RepLabel("team-3", "ae", "region-1"),
                                    "project",
                                    2024 * 12,
                                    ""),
                            Part.WON_AMOUNT,
                            0,
                            1_250_000),
                    new Cause("deal", "crm", "e4711-5"));

    private RawMessage[] messages;
    private DealEvent[] events;
    private byte[][] packed;
    private Tally tally;
    private Tally change;
    private int place;

    @Setup
    public void makeMessages() throws IOException {
        SalesEvents source = SalesEvents.of(7, SalesEvents.UNIT);
        events =
                LongStream.range(0, source.size())
                        .mapToObj(source::event)
                        .filter(event -> event.family() == Family.DEAL)
                        .limit(MESSAGES)
                        .map(DealEvent.class::cast)
                        .toArray(DealEvent[]::new);
        messages = new RawMessage[events.length];
        packed = new byte[events.length][];
        for (int index = 0; index < events.length; index++) {
            byte[] value = FORMAT.write(events[index]);
            messages[index] =
                    new RawMessage("deal-events", 0, index, 0, new byte[0], value, Map.of());
            packed[index] = FORMAT.pack(events[index]);
        }
        change = Tally.NONE.plus(Part.WON, 0, 1).plus(Part.WON_CYCLE_DAYS, 30, 1);
        tally = Tally.NONE;
        for (int days = 0; days < 100; days++) {
            tally = tally.plus(Part.CREDITED, 0, 1).plus(Part.WON_CYCLE_DAYS, days, 1);
        }
    }

    @Benchmark
    public DealEvent readDealEvent() throws IOException {
        return FORMAT.read(messages[next()]);
    }

    @Benchmark
    public DealMessage readDealMessageAlone() {
        return AvroEvents.deal(messages[next()].value());
    }

    @Benchmark
    public byte[] packDealEvent() {
        return FORMAT.pack(events[next()]);
    }

    @Benchmark
    public DealEvent unpackDealEvent() {
        return FORMAT.unpack("deal-1", packed[next()]);
    }

    @Benchmark
    public Tally addToTally() {
        return tally.plus(change);
    }

    @Benchmark
    public Row writeLedgerRow() {
        return LEDGER.map(ENTRY);
    }

    private int next() {
        place = (place + 1) % MESSAGES;
        return place;
    }
}
