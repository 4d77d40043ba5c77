package io.enablement.local;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Values for the {@code {name:Type}} places of one statement, laid out for the C functions. */
record QueryParameters(Pointer[] names, long[] nameLengths, Pointer[] values, long[] valueLengths) {

    static QueryParameters of(Map<String, String> parameters) {
        int count = parameters.size();
        QueryParameters laidOut =
                new QueryParameters(
                        new Pointer[count], new long[count], new Pointer[count], new long[count]);
        int index = 0;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            byte[] name = parameter.getKey().getBytes(StandardCharsets.UTF_8);
            byte[] value = parameter.getValue().getBytes(StandardCharsets.UTF_8);
            laidOut.names[index] = terminated(name);
            laidOut.nameLengths[index] = name.length;
            laidOut.values[index] = terminated(value);
            laidOut.valueLengths[index] = value.length;
            index++;
        }
        return laidOut;
    }

    int count() {
        return names.length;
    }

    private static Pointer terminated(byte[] bytes) {
        Memory memory = new Memory(bytes.length + 1L);
        memory.write(0, bytes, 0, bytes.length);
        memory.setByte(bytes.length, (byte) 0);
        return memory;
    }
}
