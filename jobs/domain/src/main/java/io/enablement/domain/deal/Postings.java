package io.enablement.domain.deal;

import io.enablement.domain.event.Moment;
import io.enablement.domain.event.PackedReader;
import io.enablement.domain.event.PackedWriter;
import io.enablement.domain.event.TimeQuality;
import java.util.ArrayList;
import java.util.List;

/** Postings in as few bytes as state should take: those of one deal share most of their moments. */
public final class Postings {

    private static final TimeQuality[] QUALITIES = TimeQuality.values();

    private Postings() {}

    public static void pack(List<Posting> postings, PackedWriter writer) {
        writer.number(postings.size());
        Moment former = Moment.UNKNOWN;
        for (Posting posting : postings) {
            Moment at = posting.at();
            boolean moves = !at.equals(former);
            writer.number(posting.part().code() * 2L + (moves ? 1 : 0));
            if (moves) {
                writer.number(at.micros() - former.micros()).number(at.quality().ordinal());
            }
            if (posting.part().isHistogram()) {
                writer.number(posting.bucket());
            }
            writer.number(posting.amount());
            former = at;
        }
    }

    public static List<Posting> unpack(PackedReader reader) {
        int size = reader.integer();
        List<Posting> postings = new ArrayList<>(size);
        Moment at = Moment.UNKNOWN;
        for (int count = 0; count < size; count++) {
            int code = reader.integer();
            if (code % 2 == 1) {
                at = new Moment(at.micros() + reader.number(), QUALITIES[reader.integer()]);
            }
            Part part = Part.ofCode(code / 2);
            int bucket = part.isHistogram() ? reader.integer() : 0;
            postings.add(new Posting(part, bucket, reader.number(), at));
        }
        return postings;
    }
}
