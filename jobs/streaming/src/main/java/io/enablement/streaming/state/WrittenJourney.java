package io.enablement.streaming.state;

import io.enablement.domain.attribution.Credit;
import io.enablement.domain.attribution.RuleModel;
import io.enablement.domain.event.PackedReader;
import io.enablement.domain.event.PackedWriter;
import java.util.BitSet;
import java.util.List;

/** Which rows of a journey stand in the tables, so that those can go that are there no more. */
final class WrittenJourney {

    static final WrittenJourney NONE = new WrittenJourney(0, new BitSet());

    /** Room for models to come; they are only ever added at the end. */
    private static final int MODELS = 16;

    private final int touches;
    private final BitSet credits;

    private WrittenJourney(int touches, BitSet credits) {
        this.touches = touches;
        this.credits = credits;
    }

    static WrittenJourney of(int touches, List<Credit> credits) {
        BitSet written = new BitSet();
        credits.forEach(credit -> written.set(place(credit.model(), credit.position())));
        return new WrittenJourney(touches, written);
    }

    int touches() {
        return touches;
    }

    /** Those that stand and that another journey does not have. */
    List<Credit> creditsMissingFrom(WrittenJourney other, String dealId) {
        BitSet gone = (BitSet) credits.clone();
        gone.andNot(other.credits);
        return gone.stream()
                .mapToObj(
                        place ->
                                Credit.gone(
                                        dealId, RuleModel.values()[place % MODELS], place / MODELS))
                .toList();
    }

    byte[] pack() {
        return new PackedWriter().number(touches).bytes(credits.toByteArray()).toBytes();
    }

    static WrittenJourney unpack(byte[] packed) {
        PackedReader reader = new PackedReader(packed);
        int touches = reader.integer();
        return new WrittenJourney(touches, BitSet.valueOf(reader.bytes()));
    }

    private static int place(RuleModel model, int position) {
        return position * MODELS + model.ordinal();
    }
}
