package io.enablement.cli.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.impact.journeys.ChannelCredit;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

final class CreditTableTest {

    private static final List<ChannelCredit> CREDIT =
            List.of(
                    new ChannelCredit("first", 0, "demo, live", 1, 100, .25, .2, .3, null),
                    new ChannelCredit("first", 0, "webinar", 3, 300, .75, .7, .8, null),
                    new ChannelCredit("markov", 1, "demo, live", 3, 250.5, .75, null, null, 1.0),
                    new ChannelCredit("markov", 1, "webinar", 1, 149.5, null, null, null, null));

    @Test
    void modelsStandBesideEachOtherAndTheGreatestChannelOnTop() {
        assertThat(new CreditTable("Channel", CREDIT).shares())
                .containsExactly(
                        "@|bold Channel                 first  markov|@",
                        "demo, live  25.0% (20.0–30.0)   75.0%",
                        "webinar     75.0% (70.0–80.0)       –");
        assertThat(new CreditTable("Channel", CREDIT).values())
                .containsExactly(
                        "@|bold Channel      first  markov|@",
                        "demo, live  100.00  250.50",
                        "webinar     300.00  149.50");
    }

    @Test
    void removalEffectsAreThoseOfMarkovAlone() {
        assertThat(new CreditTable("Channel", CREDIT).removalEffects())
                .containsExactly(
                        "@|bold Channel     markov|@", "demo, live  100.0%", "webinar          –");
        assertThat(new CreditTable("Channel", CREDIT.subList(0, 2)).removalEffects()).isEmpty();
    }

    @Test
    void programsGetEveryDigitAndNothingForTheUnknown() {
        assertThat(written(CreditFile::writeCsv).lines())
                .startsWith(
                        "model,order,channel,conversions,value,share,low,high,removal_effect",
                        "first,0,\"demo, live\",1.0,100.0,0.25,0.2,0.3,")
                .endsWith("markov,1,webinar,1.0,149.5,,,,");
        assertThat(written(CreditFile::writeJson))
                .startsWith("[{\"model\":\"first\",\"order\":0,\"channel\":\"demo, live\",")
                .contains("\"removal_effect\":1.0")
                .endsWith("\"high\":null,\"removal_effect\":null}]\n");
    }

    private static String written(BiConsumer<List<ChannelCredit>, PrintStream> form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        form.accept(CREDIT, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
