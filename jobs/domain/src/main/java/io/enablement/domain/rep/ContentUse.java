package io.enablement.domain.rep;

import io.enablement.domain.deal.Part;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.event.Moment;
import java.util.List;

/** One use of content, remembered by a hash of its identity: a rep has many thousands of them. */
public final class ContentUse {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private ContentUse() {}

    /** FNV-1a, 64 bits, over source and id. */
    public static long hash(String source, String id) {
        return add(add(add(FNV_OFFSET, source), "\n"), id);
    }

    /** What the uses at these moments add; a use of unknown time counts in no period. */
    public static Subject subject(List<Moment> uses) {
        List<Posting> postings =
                uses.stream()
                        .filter(Moment::isKnown)
                        .map(at -> new Posting(Part.CONTENT_USES, 0, 1, at))
                        .toList();
        return Subject.of(Subject.CONTENT, postings);
    }

    private static long add(long hash, String text) {
        long sum = hash;
        for (int place = 0; place < text.length(); place++) {
            sum = (sum ^ text.charAt(place)) * FNV_PRIME;
        }
        return sum;
    }
}
