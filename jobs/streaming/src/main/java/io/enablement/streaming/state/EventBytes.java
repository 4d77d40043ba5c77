package io.enablement.streaming.state;

import java.io.Serializable;
import java.util.function.Function;

/** An event in a form that compares the same everywhere and can be kept as a dead letter. */
public interface EventBytes<E> extends Function<E, byte[]>, Serializable {}
