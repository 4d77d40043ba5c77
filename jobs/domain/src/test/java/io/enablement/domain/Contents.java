package io.enablement.domain;

import io.enablement.domain.event.Event;
import java.nio.charset.StandardCharsets;

/** The content of an event as bytes that compare the same everywhere. */
public final class Contents {

    private Contents() {}

    public static byte[] bytes(Event event) {
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
