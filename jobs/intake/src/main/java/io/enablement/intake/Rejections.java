package io.enablement.intake;

import java.util.ArrayList;
import java.util.List;

/** How many rows were rejected for one reason, and what the first of them look like. */
public record Rejections(long count, List<String> examples) {

    static final Rejections NONE = new Rejections(0, List.of());

    private static final int EXAMPLES = 3;

    Rejections plus(String example) {
        if (examples.size() >= EXAMPLES) {
            return new Rejections(count + 1, examples);
        }
        List<String> more = new ArrayList<>(examples);
        more.add(example);
        return new Rejections(count + 1, List.copyOf(more));
    }
}
