package io.enablement.cli.attribution;

import io.enablement.cli.console.TextTable;
import io.enablement.cli.console.TextTable.Row;
import io.enablement.impact.journeys.ChannelCredit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Credit as a person reads it: the channels below each other, the models beside each other. */
final class CreditTable {

    static final int PAGE_WIDTH = 118;
    private static final String EMPTY = "–";
    private static final String NO_NAME = "(none)";

    /** The rows are in the order of the first of these that was asked for, greatest first. */
    private static final List<String> LEADING = List.of("markov", "shapley", "linear");

    private final String heading;
    private final List<String> models;
    private final List<String> channels;
    private final Map<String, Map<String, ChannelCredit>> byChannel = new HashMap<>();

    /**
     * @param heading what the channels are
     */
    CreditTable(String heading, List<ChannelCredit> credit) {
        this.heading = heading;
        models = credit.stream().map(ChannelCredit::model).distinct().toList();
        String leader = LEADING.stream().filter(models::contains).findFirst().orElse(models.get(0));
        channels =
                credit.stream()
                        .filter(each -> each.model().equals(leader))
                        .sorted(Comparator.comparingDouble(ChannelCredit::conversions).reversed())
                        .map(ChannelCredit::channel)
                        .toList();
        for (ChannelCredit each : credit) {
            byChannel
                    .computeIfAbsent(each.channel(), name -> new HashMap<>())
                    .put(each.model(), each);
        }
    }

    /** With picocli's markup, as all of them. */
    List<String> shares() {
        return lines(models, CreditTable::share);
    }

    List<String> conversions() {
        return lines(models, credit -> decimal(credit.conversions()));
    }

    List<String> values() {
        return lines(models, credit -> decimal(credit.value()));
    }

    /** Of markov; none without it. */
    List<String> removalEffects() {
        return models.contains("markov")
                ? lines(List.of("markov"), credit -> percent(credit.removalEffect()))
                : List.of();
    }

    static String decimal(double number) {
        return String.format(Locale.ROOT, "%,.2f", number);
    }

    private List<String> lines(List<String> columns, Function<ChannelCredit, String> text) {
        List<String> headings = new ArrayList<>(List.of(heading));
        headings.addAll(columns);
        List<Row> rows = channels.stream().map(channel -> row(channel, columns, text)).toList();
        return new TextTable(headings, 1, rows).lines(PAGE_WIDTH);
    }

    private Row row(String channel, List<String> columns, Function<ChannelCredit, String> text) {
        List<String> cells = new ArrayList<>(List.of(channel.isEmpty() ? NO_NAME : channel));
        for (String model : columns) {
            ChannelCredit credit = byChannel.get(channel).get(model);
            cells.add(credit == null ? EMPTY : text.apply(credit));
        }
        return Row.of(cells);
    }

    private static String share(ChannelCredit credit) {
        return credit.low() == null
                ? percent(credit.share())
                : "%s (%s–%s)"
                        .formatted(
                                percent(credit.share()),
                                tenths(credit.low()),
                                tenths(credit.high()));
    }

    private static String percent(Double share) {
        return share == null ? EMPTY : tenths(share) + "%";
    }

    private static String tenths(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
