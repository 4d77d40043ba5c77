package io.enablement.cli.effect;

import io.enablement.impact.did.Aggregate.Kind;
import io.enablement.impact.did.Aggregate.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Effects by time since the start as lines of text: a bar for the interval, a dot for the value.
 */
public final class EventStudyChart {

    private static final int WIDTH = 60;

    private final List<Point> points;
    private final double low;
    private final double high;

    EventStudyChart(Answer answer) {
        this(answer.result().aggregate(Kind.DYNAMIC).points());
    }

    /**
     * @param all effects by periods since the start
     */
    public EventStudyChart(List<Point> all) {
        points = all.stream().filter(point -> point.estimate().isKnown()).toList();
        low = points.stream().mapToDouble(EventStudyChart::low).reduce(0, Math::min);
        high = points.stream().mapToDouble(EventStudyChart::high).reduce(0, Math::max);
    }

    public List<String> lines() {
        if (points.isEmpty()) {
            return List.of("nothing can be estimated");
        }
        List<String> lines = new ArrayList<>();
        for (Point point : points) {
            lines.add(
                    "%5d  %s  %s"
                            .formatted(
                                    point.at(),
                                    bar(point),
                                    EffectWords.number(point.estimate().value())));
        }
        lines.add(
                "       %s to %s; | is 0, 0 on the left the period of the start"
                        .formatted(EffectWords.number(low), EffectWords.number(high)));
        return lines;
    }

    private String bar(Point point) {
        StringBuilder bar = new StringBuilder(" ".repeat(WIDTH));
        for (int place = place(low(point)); place <= place(high(point)); place++) {
            bar.setCharAt(place, '-');
        }
        bar.setCharAt(place(0), '|');
        bar.setCharAt(place(point.estimate().value()), 'o');
        return bar.toString();
    }

    private int place(double effect) {
        return high == low ? 0 : (int) Math.round((WIDTH - 1) * (effect - low) / (high - low));
    }

    private static double low(Point point) {
        return point.estimate().hasInterval() ? point.estimate().low() : point.estimate().value();
    }

    private static double high(Point point) {
        return point.estimate().hasInterval() ? point.estimate().high() : point.estimate().value();
    }
}
