package io.enablement.simulation;

import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.TimeQuality;
import java.util.Map;
import java.util.TreeMap;

/** The systems that tell what happened: their names, their event ids, and how late they are. */
final class Sources {

    static final String CRM = "crm";
    static final String LMS = "lms";
    static final String CONTENT = "cms";
    static final String PEOPLE = "hr";
    static final String PLANNING = "planning";

    private static final double LATE = 0.03;
    private static final double VERY_LATE = 0.002;
    private static final long MINUTE = 60 * Timeline.SECOND;

    private final Timeline timeline;
    private final Map<String, Long> told = new TreeMap<>();

    Sources(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Learned soon after it happened; now and then weeks or months later. */
    Envelope envelope(String source, long occurredAt, Dice dice) {
        return envelope(source, occurredAt, occurredAt + delay(dice), TimeQuality.OCCURRED);
    }

    /** Learned at a given time, but never later than the simulation ends. */
    Envelope envelope(String source, long occurredAt, long recordedAt, TimeQuality quality) {
        long recorded = Math.max(Math.min(recordedAt, lastMoment()), timeline.startMicros());
        return new Envelope(source, nextId(source), occurredAt, recorded, quality, -1, -1);
    }

    private long lastMoment() {
        return timeline.endMicros() - Timeline.SECOND;
    }

    private static long delay(Dice dice) {
        double uniform = dice.uniform();
        if (uniform < VERY_LATE) {
            return dice.time(20, 120);
        }
        return uniform < LATE ? dice.time(0.5, 10) : dice.below(30) * MINUTE;
    }

    private String nextId(String source) {
        return source + "-" + told.merge(source, 1L, Long::sum);
    }
}
