package io.enablement.domain.rep;

import java.util.Arrays;

/** What something adds to the numbers of a rep, as state keeps it. */
public record PackedSubject(String name, byte[] bytes) {

    public static PackedSubject of(Subject subject) {
        return new PackedSubject(subject.name(), subject.pack());
    }

    public Subject unpack() {
        return Subject.unpack(name, bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedSubject that
                && name.equals(that.name)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }
}
