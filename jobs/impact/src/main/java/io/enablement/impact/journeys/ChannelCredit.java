package io.enablement.impact.journeys;

import io.enablement.domain.metric.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What one model gives one channel.
 *
 * @param share of the conversions that are credited to any channel; {@code null} where there are
 *     none
 * @param low of the 95 % interval of the share; {@code null} where none was drawn; so is {@code
 *     high}
 * @param removalEffect {@code null} for models that remove nothing, and where nothing was won
 */
public record ChannelCredit(
        String model,
        int order,
        String channel,
        double conversions,
        double value,
        Double share,
        Double low,
        Double high,
        Double removalEffect) {

    /** One for each channel of the journeys, in the order of their names. */
    public static List<ChannelCredit> of(
            CreditModel model, Journeys journeys, Bootstrap bootstrap) {
        Credit credit = model.credit(journeys);
        List<Optional<Interval>> shares = bootstrap.shares(model, journeys);
        return IntStream.range(0, journeys.channels().size())
                .mapToObj(
                        channel ->
                                new ChannelCredit(
                                        model.label(),
                                        model.order(),
                                        journeys.channels().get(channel),
                                        credit.conversions(channel),
                                        credit.value(channel),
                                        orNull(credit.share(channel)),
                                        shares.get(channel).map(Interval::lower).orElse(null),
                                        shares.get(channel).map(Interval::upper).orElse(null),
                                        orNull(credit.removalEffect(channel))))
                .toList();
    }

    private static Double orNull(OptionalDouble number) {
        return number.isPresent() ? Double.valueOf(number.getAsDouble()) : null;
    }
}
