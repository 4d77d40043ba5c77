package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Rows.Row;
import io.enablement.dashboard.view.Cell;
import io.enablement.dashboard.view.Column;
import io.enablement.dashboard.view.Format;
import java.util.List;

/** What the estimator says, in words and figures. */
final class Impact {

    static final String NOT_EVALUATED =
            "The programme has not been evaluated yet. Run infra/enablement impact.";
    static final Column LOW = Column.number("Low", "lower end of the 95 % interval");
    static final Column HIGH = Column.number("High", "upper end of the 95 % interval");

    private Impact() {}

    /** The effect with its interval, and the verdict in words. */
    static Cell effect(Visit visit, Row programme) {
        String verdict = programme.text("verdict");
        if (verdict.isEmpty()) {
            return Cell.text("not evaluated").in("quiet");
        }
        String unit = visit.glossary().of(programme.text("outcome")).unit();
        String detail =
                programme.get("estimate") == null
                        ? first(programme.list("reasons"))
                        : "%s (%s to %s)"
                                .formatted(
                                        size(visit.format(), programme.number("estimate"), unit),
                                        size(visit.format(), programme.number("low"), unit),
                                        size(visit.format(), programme.number("high"), unit));
        return Cell.badge(words(verdict, programme.number("estimate")), tone(verdict)).with(detail);
    }

    static String words(String verdict, double estimate) {
        return switch (verdict) {
            case "effect" -> estimate < 0 ? "lowered" : "raised";
            case "no_effect_within_mde" -> "no effect of a size that matters";
            case "not_provable" -> "not provable";
            default -> "not evaluated";
        };
    }

    static String tone(String verdict) {
        return switch (verdict) {
            case "effect" -> "good";
            case "no_effect_within_mde" -> "quiet";
            default -> "warn";
        };
    }

    /** An effect in the units of its outcome, with its sign. */
    static String size(Format format, double effect, String unit) {
        if (Double.isNaN(effect)) {
            return Format.NOTHING;
        }
        return switch (unit) {
            case "share" -> format.points(effect);
            case "money", "money per day" ->
                    (effect < 0 ? "−" : "+") + format.shortMoney(Math.round(Math.abs(effect)));
            case "days" -> format.signed(effect, 1) + " days";
            default -> format.signed(effect, 2);
        };
    }

    /** It stands back where its interval does not tell whether the programme pays for itself. */
    static Cell roi(Format format, Row programme) {
        if (programme.get("roi") == null) {
            String reason = programme.text("roi_reason");
            return Cell.number(Format.NOTHING).with(reason);
        }
        String interval = format.range(programme.get("roi_low"), programme.get("roi_high"));
        Cell roi = Cell.number(format.wholeShare(programme.get("roi")));
        boolean mayBeNothing =
                programme.number("roi_low") <= 0 && programme.number("roi_high") >= 0;
        return mayBeNothing
                ? roi.in("quiet").with(interval + ", not provable")
                : roi.with(interval);
    }

    static Cell maturity(Row programme) {
        if (programme.get("level") == null) {
            return Cell.number(Format.NOTHING);
        }
        int level = (int) programme.count("level");
        List<?> missing = programme.list("missing");
        return Cell.dots("%d of 5, %s".formatted(level, programme.text("level_name")), level, 5)
                .with(
                        missing.isEmpty()
                                ? "nothing is missing"
                                : "missing: " + first(missing).replaceFirst(": .*", ""));
    }

    static String first(List<?> words) {
        return words.isEmpty() ? "" : words.get(0).toString();
    }
}
