package io.enablement.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowBytesTest {

    @Test
    void numbersAreLittleEndian() {
        assertThat(hex(new RowBytes().int8(-1))).isEqualTo("ff");
        assertThat(hex(new RowBytes().uint8(255))).isEqualTo("ff");
        assertThat(hex(new RowBytes().int32(-2))).isEqualTo("feffffff");
        assertThat(hex(new RowBytes().uint32(0xFFFF_FFFEL))).isEqualTo("feffffff");
        assertThat(hex(new RowBytes().int64(-2))).isEqualTo("feffffffffffffff");
        assertThat(hex(new RowBytes().uint64(258))).isEqualTo("0201000000000000");
        assertThat(hex(new RowBytes().hash64(-1))).isEqualTo("ffffffffffffffff");
        assertThat(hex(new RowBytes().float64(1.0))).isEqualTo("000000000000f03f");
    }

    @Test
    void aStringIsItsLengthInBytesAndThenItself() {
        assertThat(hex(new RowBytes().string(""))).isEqualTo("00");
        assertThat(hex(new RowBytes().string("aé"))).isEqualTo("0361c3a9");
        assertThat(hex(new RowBytes().bytes(new byte[300]))).startsWith("ac0200").hasSize(604);
    }

    @Test
    void daysAndMicrosecondsCountFrom1970() {
        assertThat(hex(new RowBytes().date(LocalDate.of(1970, 1, 3)))).isEqualTo("0200");
        assertThat(hex(new RowBytes().date32(LocalDate.of(1969, 12, 31)))).isEqualTo("ffffffff");
        Instant moment = Instant.parse("1970-01-01T00:00:01.000002999Z");
        assertThat(hex(new RowBytes().dateTime64(moment))).isEqualTo("42420f0000000000");
        Instant before = Instant.parse("1969-12-31T23:59:59.999999Z");
        assertThat(hex(new RowBytes().dateTime64(before))).isEqualTo("ffffffffffffffff");
    }

    @Test
    void aNullableSaysFirstWhetherItIsNull() {
        assertThat(hex(new RowBytes().nullable(7, RowBytes::int32))).isEqualTo("0007000000");
        assertThat(hex(new RowBytes().nullable((Integer) null, RowBytes::int32))).isEqualTo("01");
        assertThat(hex(new RowBytes().optional(Optional.<String>empty(), RowBytes::string)))
                .isEqualTo("01");
        assertThat(hex(new RowBytes().optional(Optional.of("a"), RowBytes::string)))
                .isEqualTo("000161");
    }

    @Test
    void arraysAndMapsStartWithTheirSize() {
        TreeMap<Integer, Long> histogram = new TreeMap<>();
        histogram.put(30, 2L);
        histogram.put(1, 1L);

        assertThat(hex(new RowBytes().array(List.of("a", "b"), RowBytes::string)))
                .isEqualTo("0201610162");
        assertThat(hex(new RowBytes().map(histogram, RowBytes::int32, RowBytes::int64)))
                .isEqualTo("02" + "010000000100000000000000" + "1e0000000200000000000000");
    }

    @Test
    void aValueOutsideItsColumnIsRefused() {
        RowBytes bytes = new RowBytes();

        assertThatIllegalArgumentException().isThrownBy(() -> bytes.int8(128));
        assertThatIllegalArgumentException().isThrownBy(() -> bytes.uint8(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> bytes.uint32(1L << 32));
        assertThatIllegalArgumentException().isThrownBy(() -> bytes.uint64(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bytes.date(LocalDate.of(1969, 12, 31)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bytes.date32(LocalDate.of(2300, 1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> bytes.dateTime64(Instant.MAX));
        assertThat(bytes.toBytes()).isEmpty();
    }

    private static String hex(RowBytes bytes) {
        return HexFormat.of().formatHex(bytes.toBytes());
    }
}
