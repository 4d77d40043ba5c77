package io.enablement.domain.rep;

import io.enablement.domain.deal.Posting;
import io.enablement.domain.deal.Postings;
import io.enablement.domain.event.PackedReader;
import io.enablement.domain.event.PackedWriter;
import java.util.List;

/**
 * One thing that adds to the numbers of a rep, for example a deal.
 *
 * @param dealType empty for what is no deal
 * @param programmeId empty for what is of no programme
 */
public record Subject(String name, String dealType, List<Posting> postings, String programmeId) {

    /** The subject of what a rep's quotas add. */
    public static final String QUOTA = "quota";

    /** The subject of what a rep's content uses add. */
    public static final String CONTENT = "content";

    /** The subject of what a rep's trainings add, programme by programme. */
    public static final String TRAINING = "training";

    public Subject {
        programmeId = programmeId == null ? "" : programmeId;
    }

    public static Subject ofDeal(String dealId, String dealType, List<Posting> postings) {
        return new Subject(dealId, dealType, postings, "");
    }

    /** What a rep's own doings add, whatever the programme. */
    public static Subject of(String name, List<Posting> postings) {
        return new Subject(name, "", postings, "");
    }

    public static Subject ofTrainings(String programmeId, List<Posting> postings) {
        return new Subject(TRAINING, "", postings, programmeId);
    }

    public static Subject empty(String name) {
        return of(name, List.of());
    }

    /** In as few bytes as state should take; whoever keeps it knows the name. */
    public byte[] pack() {
        PackedWriter writer = new PackedWriter().text(dealType).text(programmeId);
        Postings.pack(postings, writer);
        return writer.toBytes();
    }

    public static Subject unpack(String name, byte[] packed) {
        PackedReader reader = new PackedReader(packed);
        String dealType = reader.text();
        String programmeId = reader.text();
        return new Subject(name, dealType, Postings.unpack(reader), programmeId);
    }
}
