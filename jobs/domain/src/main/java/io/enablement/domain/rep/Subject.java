package io.enablement.domain.rep;

import io.enablement.domain.deal.Posting;
import java.util.List;

/** One thing that adds to the numbers of a rep, for example a deal: its name, type and postings. */
public record Subject(String name, String dealType, List<Posting> postings) {

    /** The subject of what a rep's quotas add. */
    public static final String QUOTA = "quota";

    /** The subject of what a rep's content uses add. */
    public static final String CONTENT = "content";

    public static Subject empty(String name) {
        return new Subject(name, "", List.of());
    }
}
