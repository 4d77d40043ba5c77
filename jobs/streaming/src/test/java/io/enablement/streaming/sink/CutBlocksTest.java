package io.enablement.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fails if the token of the same rows changes, if other rows have the same one, or if a key that is
 * gone leaves no tombstone.
 */
class CutBlocksTest {
    private static final long CHECKPOINT = 7;
    private static final int ANY_SIZE = 1_000_000;
    private static final Table DEAL = Table.replacing("deal", "deal_id", "amount");
    private static final Table LEDGER = Table.ledger("ledger", "amount");

    private static final String LIVING = "01000000" + "0700000000000000" + "00";
    private static final String DELETED = "01000000" + "0700000000000000" + "01";
    private static final String LEDGER_START = "01000000" + "0700000000000000";

    @TempDir private Path directory;

    @Test
    void keepsTheLastRowOfAKey() throws Exception {
        CutBlocks writer = writer(ANY_SIZE, ANY_SIZE);

        Collection<Block> blocks = cut(writer, deal("b", 1), deal("a", 2), deal("b", 3));

        assertThat(rows(blocks)).containsExactly(LIVING + "016102000000" + LIVING + "016203000000");
    }

    @Test
    void writesATombstoneForAKeyThatIsGone() throws Exception {
        CutBlocks writer = writer(ANY_SIZE, ANY_SIZE);

        Collection<Block> blocks = cut(writer, deal("a", 1), deletedDeal("a"));

        assertThat(rows(blocks)).containsExactly(DELETED + "016100000000");
    }

    @Test
    void keepsEveryRowOfALedgerAndSortsIt() throws Exception {
        CutBlocks writer = writer(ANY_SIZE, ANY_SIZE);

        Collection<Block> blocks = cut(writer, entry(2), entry(1), entry(2));

        assertThat(rows(blocks))
                .containsExactly(
                        LEDGER_START
                                + "01000000"
                                + LEDGER_START
                                + "02000000"
                                + LEDGER_START
                                + "02000000");
    }

    @Test
    void separatesTables() throws Exception {
        CutBlocks writer = writer(ANY_SIZE, ANY_SIZE);

        Collection<Block> blocks = cut(writer, entry(1), deal("a", 1));

        assertThat(blocks).extracting(Block::table).containsExactly("deal", "ledger");
    }

    @Test
    void aFullBlockEnds() throws Exception {
        CutBlocks writer = writer(2, ANY_SIZE);

        Collection<Block> blocks =
                cut(
                        writer,
                        deal("c", 1),
                        deal("a", 1),
                        deal("b", 1),
                        entry(5),
                        entry(4),
                        entry(3),
                        entry(2),
                        entry(1));

        assertThat(blocks).extracting(Block::rows).containsExactly(2, 1, 2, 2, 1);
        assertThat(blocks).extracting(Block::token).doesNotHaveDuplicates();
    }

    @Test
    void findsTheLastRowOfEachOfManyKeys() throws Exception {
        Row[] deals =
                IntStream.range(0, 200_000)
                        .mapToObj(count -> deal("d-" + count % 3_000, count))
                        .toArray(Row[]::new);

        Block block = cut(writer(ANY_SIZE, ANY_SIZE), deals).iterator().next();

        assertThat(block.rows()).isEqualTo(3_000);
        assertThat(rows(List.of(block)).get(0))
                .contains(hex(deal("d-999", 198_999)), hex(deal("d-2000", 197_000)))
                .doesNotContain(hex(deal("d-999", 195_999)));
    }

    @Test
    void rowsThatWaitCompressedAreTheSameAfterwards() throws Exception {
        Row[] entries =
                IntStream.range(0, 10_000).mapToObj(CutBlocksTest::entry).toArray(Row[]::new);

        List<String> atOnce = rows(cut(writer(10_000, ANY_SIZE), entries));

        assertThat(String.join("", rows(cut(writer(1_000, ANY_SIZE), entries))))
                .hasSameSizeAs(atOnce.get(0));
    }

    @Test
    void everyCheckpointSaysThatItIsComplete() throws Exception {
        CutBlocks writer = writer(ANY_SIZE, ANY_SIZE);
        writer.write(Row.mark(CHECKPOINT), null);

        assertThat(writer.prepareCommit()).containsExactly(Block.end(1, CHECKPOINT));
    }

    @Test
    void aCheckpointTakesItsRowsWithIt() throws Exception {
        CutBlocks writer = writer(ANY_SIZE, ANY_SIZE);
        cut(writer, deal("a", 1), entry(1));

        assertThat(cut(writer)).isEmpty();
    }

    @Test
    void theSameRowsInAnyOrderHaveTheSameTokens() throws Exception {
        Collection<Block> blocks = cut(writer(2, ANY_SIZE), deal("b", 1), deal("a", 1), entry(1));

        assertThat(cut(writer(2, ANY_SIZE), entry(1), deal("a", 1), deal("b", 1)))
                .isEqualTo(blocks);
        assertThat(blocks)
                .extracting(Block::token)
                .allMatch(token -> token.matches("cohorts:1:(deal|ledger):7:3:[01]:[0-9a-f]{16}"));
    }

    @Test
    void otherRowsHaveAnotherToken() throws Exception {
        Collection<Block> blocks = cut(writer(ANY_SIZE, ANY_SIZE), deal("a", 1));

        assertThat(cut(writer(ANY_SIZE, ANY_SIZE), deal("a", 2)))
                .extracting(Block::token)
                .doesNotContain(blocks.iterator().next().token());
    }

    @Test
    void largeBlocksWaitInFiles() throws Exception {
        Block inMemory = cut(writer(ANY_SIZE, ANY_SIZE), deal("a", 1)).iterator().next();
        Block spilled = cut(writer(ANY_SIZE, 1), deal("a", 1)).iterator().next();

        assertThat(spilled.bytes()).isEmpty();
        assertThat(spilled.token()).isEqualTo(inMemory.token());
        assertThat(SpilledBlocks.bytes(spilled)).isEqualTo(inMemory.bytes());
    }

    @Test
    void refusesRowsNobodyCanPlace() {
        CutBlocks writer = writer(ANY_SIZE, ANY_SIZE);

        assertThatIllegalStateException()
                .isThrownBy(() -> writer.write(Row.added("quota", new RowBytes()), null))
                .withMessageContaining("quota");
        assertThatIllegalStateException()
                .isThrownBy(() -> writer.write(Row.deleting("ledger", 0, new RowBytes()), null));
        assertThatIllegalStateException().isThrownBy(writer::prepareCommit);
    }

    private CutBlocks writer(int rowsPerBlock, int spillBytes) {
        ClickHouseSettings clickHouse =
                new ClickHouseSettings("http://localhost:8123", "default", "", "default");
        SinkSettings settings =
                new SinkSettings(
                        clickHouse,
                        "cohorts",
                        1,
                        "zone UTC",
                        directory.toString(),
                        rowsPerBlock,
                        SinkSettings.BYTES_PER_BLOCK,
                        spillBytes,
                        new TreeMap<>());
        return new CutBlocks(settings, List.of(DEAL, LEDGER), 3);
    }

    private static Collection<Block> cut(CutBlocks writer, Row... rows) throws IOException {
        for (Row row : rows) {
            writer.write(row, null);
        }
        writer.write(Row.mark(CHECKPOINT), null);
        writer.flush(false);
        return writer.prepareCommit().stream().filter(block -> !block.isEnd()).toList();
    }

    private static List<String> rows(Collection<Block> blocks) throws IOException {
        List<String> rows = new ArrayList<>();
        for (Block block : blocks) {
            ByteArrayInputStream compressed = new ByteArrayInputStream(block.bytes());
            rows.add(HexFormat.of().formatHex(new LZ4FrameInputStream(compressed).readAllBytes()));
        }
        return rows;
    }

    private static String hex(Row row) {
        return HexFormat.of().formatHex(row.columns());
    }

    private static Row deal(String id, int amount) {
        RowBytes columns = new RowBytes().string(id);
        return Row.replacing("deal", columns.length(), columns.int32(amount));
    }

    private static Row deletedDeal(String id) {
        RowBytes columns = new RowBytes().string(id);
        return Row.deleting("deal", columns.length(), columns.int32(0));
    }

    private static Row entry(int amount) {
        return Row.added("ledger", new RowBytes().int32(amount));
    }
}
