package io.enablement.streaming.sink.tables;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Family;
import io.enablement.domain.event.ProgrammeEvent;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.streaming.sink.RowBytes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A column that the events of some families fill and that is empty for all others. */
final class EventColumn<T> {

    private final String name;
    private final T empty;
    private final BiConsumer<RowBytes, T> writer;
    private final Map<Family, Function<Event, T>> values = new EnumMap<>(Family.class);

    private EventColumn(String name, T empty, BiConsumer<RowBytes, T> writer) {
        this.name = name;
        this.empty = empty;
        this.writer = writer;
    }

    /** String; empty is ''. */
    static EventColumn<String> text(String name) {
        return new EventColumn<>(name, "", RowBytes::string);
    }

    /** Nullable. */
    static <T> EventColumn<T> nullable(String name, BiConsumer<RowBytes, T> writer) {
        return new EventColumn<>(name, null, (row, value) -> row.nullable(value, writer));
    }

    /** Nullable(DateTime64(6)). */
    static EventColumn<Long> time(String name) {
        return new EventColumn<>(name, null, Times::writeWhereHeld);
    }

    /** Array; empty is []. */
    static <T> EventColumn<List<T>> list(String name, BiConsumer<RowBytes, T> writer) {
        return new EventColumn<>(name, List.of(), (row, values) -> row.array(values, writer));
    }

    EventColumn<T> deal(Function<DealEvent, T> value) {
        return of(Family.DEAL, DealEvent.class, value);
    }

    EventColumn<T> training(Function<TrainingEvent, T> value) {
        return of(Family.TRAINING, TrainingEvent.class, value);
    }

    EventColumn<T> content(Function<ContentEvent, T> value) {
        return of(Family.CONTENT, ContentEvent.class, value);
    }

    EventColumn<T> programme(Function<ProgrammeEvent, T> value) {
        return of(Family.PROGRAMME, ProgrammeEvent.class, value);
    }

    EventColumn<T> rep(Function<RepEvent, T> value) {
        return of(Family.REP, RepEvent.class, value);
    }

    EventColumn<T> quota(Function<QuotaEvent, T> value) {
        return of(Family.QUOTA, QuotaEvent.class, value);
    }

    /** Every event has it. */
    EventColumn<T> all(Function<Event, T> value) {
        for (Family family : Family.values()) {
            values.put(family, value);
        }
        return this;
    }

    String name() {
        return name;
    }

    void write(RowBytes row, Optional<? extends Event> event) {
        writer.accept(row, event.isPresent() ? valueOf(event.get()) : empty);
    }

    private T valueOf(Event event) {
        Function<Event, T> value = values.get(event.family());
        return value == null ? empty : value.apply(event);
    }

    private <E extends Event> EventColumn<T> of(
            Family family, Class<E> type, Function<E, T> value) {
        values.put(family, event -> value.apply(type.cast(event)));
        return this;
    }
}
