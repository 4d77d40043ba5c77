package io.enablement.streaming.job;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A type whose values never change and cross the network in a format of their own: Flink would find
 * their parts by reflection, which costs several times as much. No state is kept in it.
 */
final class WireType<T> extends TypeInformation<T> {

    private static final long serialVersionUID = 1;

    private final Class<T> type;
    private final WireFormat<T> format;

    WireType(Class<T> type, WireFormat<T> format) {
        this.type = type;
        this.format = format;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new Serializer<>(format);
    }

    @Override
    public Class<T> getTypeClass() {
        return type;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof WireType;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WireType<?> that
                && type.equals(that.type)
                && format.equals(that.format);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, format);
    }

    @Override
    public String toString() {
        return "WireType<" + type.getSimpleName() + ">";
    }

    private static final class Serializer<T> extends TypeSerializer<T> {

        private static final long serialVersionUID = 1;

        private final WireFormat<T> format;

        Serializer(WireFormat<T> format) {
            this.format = format;
        }

        @Override
        public boolean isImmutableType() {
            return true;
        }

        @Override
        public TypeSerializer<T> duplicate() {
            return this;
        }

        /** There is nothing to be filled later. */
        @Override
        public T createInstance() {
            return null;
        }

        @Override
        public T copy(T value) {
            return value;
        }

        @Override
        public T copy(T value, T reuse) {
            return value;
        }

        @Override
        public void copy(DataInputView source, DataOutputView target) throws IOException {
            serialize(deserialize(source), target);
        }

        @Override
        public int getLength() {
            return -1;
        }

        @Override
        public void serialize(T value, DataOutputView target) throws IOException {
            format.write(value, target);
        }

        @Override
        public T deserialize(DataInputView source) throws IOException {
            return format.read(source);
        }

        @Override
        public T deserialize(T reuse, DataInputView source) throws IOException {
            return format.read(source);
        }

        @Override
        public TypeSerializerSnapshot<T> snapshotConfiguration() {
            throw new UnsupportedOperationException("No state is kept in this format");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Serializer<?> that && format.equals(that.format);
        }

        @Override
        public int hashCode() {
            return format.hashCode();
        }
    }
}
