package io.enablement.domain;

import io.enablement.domain.event.Moment;
import io.enablement.domain.event.TimeQuality;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Fixed moments for tests, at midnight UTC of 2026 where the name says no more. */
public final class Times {

    public static final Moment JAN_1 = at("2026-01-01T00:00:00Z");
    public static final Moment JAN_5 = at("2026-01-05T00:00:00Z");
    public static final Moment JAN_5_NOON = at("2026-01-05T12:00:00Z");
    public static final Moment JAN_20 = at("2026-01-20T00:00:00Z");
    public static final Moment FEB_4 = at("2026-02-04T00:00:00Z");
    public static final Moment FEB_20 = at("2026-02-20T00:00:00Z");
    public static final Moment MAR_6 = at("2026-03-06T00:00:00Z");
    public static final Moment APR_7 = at("2026-04-07T00:00:00Z");

    public static final long DAY_MICROS = 86_400_000_000L;

    private Times() {}

    public static Moment at(String instant) {
        return Moment.of(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant)));
    }

    /** Known to the day only. */
    public static Moment onDay(String date) {
        Instant midnight = LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Moment(ChronoUnit.MICROS.between(Instant.EPOCH, midnight), TimeQuality.DAY);
    }

    /** So many days after {@link #JAN_1}. */
    public static Moment day(int days) {
        return later(JAN_1, days);
    }

    public static Moment later(Moment moment, int days) {
        return new Moment(moment.micros() + days * DAY_MICROS, moment.quality());
    }
}
