package io.enablement.cli.effect;

import io.enablement.impact.did.Aggregate.Kind;
import io.enablement.impact.did.Aggregate.Point;
import io.enablement.impact.did.Estimate;
import java.util.List;
import java.util.Locale;

/** Effects by time since the start as a picture: intervals as lines, simultaneous bands behind. */
public final class EventStudySvg {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 400;
    private static final int MARGIN = 60;

    private final List<Point> points;
    private final double low;
    private final double high;

    private EventStudySvg(List<Point> all) {
        points = all.stream().filter(point -> point.estimate().hasInterval()).toList();
        low = points.stream().mapToDouble(EventStudySvg::low).reduce(0, Math::min);
        high = points.stream().mapToDouble(EventStudySvg::high).reduce(0, Math::max);
    }

    static String of(Answer answer, String outcome) {
        return of(
                answer.result().aggregate(Kind.DYNAMIC).points(),
                outcome,
                answer.verdict().kind().label());
    }

    /**
     * @param all effects by periods since the start
     * @param verdict in a word
     */
    public static String of(List<Point> all, String outcome, String verdict) {
        EventStudySvg picture = new EventStudySvg(all);
        StringBuilder svg = new StringBuilder();
        svg.append(
                words(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n",
                        WIDTH, HEIGHT));
        svg.append(
                words(
                        "<title>Effect on %s by periods since the start</title>%n",
                        escaped(outcome)));
        svg.append(words("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n", WIDTH, HEIGHT));
        svg.append(text(MARGIN, 24, "start", "Effect on " + escaped(outcome) + ": " + verdict));
        picture.drawAxes(svg);
        picture.points.forEach(point -> picture.draw(point, svg));
        return svg.append("</svg>\n").toString();
    }

    private void drawAxes(StringBuilder svg) {
        svg.append(line(MARGIN, y(0), WIDTH - MARGIN, y(0), "stroke=\"#666\""));
        svg.append(text(MARGIN - 6, y(low) + 4, "end", EffectWords.number(low)));
        svg.append(text(MARGIN - 6, y(high) + 4, "end", EffectWords.number(high)));
        svg.append(text(MARGIN - 6, y(0) + 4, "end", "0"));
        svg.append(text(WIDTH / 2.0, HEIGHT - 12, "middle", "periods since the start"));
    }

    private void draw(Point point, StringBuilder svg) {
        Estimate estimate = point.estimate();
        String colour = point.at() < 0 ? "#888" : "#1f5fa8";
        double x = x(point.at());
        if (Double.isFinite(point.bandLow())) {
            svg.append(
                    line(
                            x,
                            y(point.bandLow()),
                            x,
                            y(point.bandHigh()),
                            "stroke=\"%s\" stroke-opacity=\"0.3\" stroke-width=\"5\""
                                    .formatted(colour)));
        }
        svg.append(
                line(
                        x,
                        y(estimate.low()),
                        x,
                        y(estimate.high()),
                        "stroke=\"%s\" stroke-width=\"2\"".formatted(colour)));
        svg.append(
                words(
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n",
                        x, y(estimate.value()), colour));
        svg.append(text(x, HEIGHT - MARGIN + 20.0, "middle", String.valueOf(point.at())));
    }

    private double x(int at) {
        int first = points.get(0).at();
        int last = points.get(points.size() - 1).at();
        double share = last == first ? .5 : (at - first) / (double) (last - first);
        return MARGIN + 20 + share * (WIDTH - 2 * MARGIN - 40);
    }

    private double y(double effect) {
        double share = high == low ? .5 : (effect - low) / (high - low);
        return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
    }

    private static double low(Point point) {
        return Double.isFinite(point.bandLow()) ? point.bandLow() : point.estimate().low();
    }

    private static double high(Point point) {
        return Double.isFinite(point.bandHigh()) ? point.bandHigh() : point.estimate().high();
    }

    private static String line(double x, double y, double toX, double toY, String style) {
        return words(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>%n",
                x, y, toX, toY, style);
    }

    private static String text(double x, double y, String anchor, String words) {
        return words(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words);
    }

    private static String words(String format, Object... parts) {
        return String.format(Locale.ROOT, format, parts);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
