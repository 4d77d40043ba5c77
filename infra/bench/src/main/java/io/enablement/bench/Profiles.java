package io.enablement.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the processes of the contestants spent their time, from their flight recordings. */
final class Profiles {

    private static final int SHOWN_METHODS = 15;
    private static final String SAMPLE = "jdk.ExecutionSample";

    private Profiles() {}

    /** By process the methods on top of the stacks, with their share of all samples. */
    static Map<String, Map<String, Double>> of(Path directory) throws IOException {
        Map<String, Map<String, Double>> profiles = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> recordings =
                    files.filter(file -> file.toString().endsWith(".jfr")).sorted().toList();
            for (Path recording : recordings) {
                String name = recording.getFileName().toString().replace(".jfr", "");
                profiles.put(name, topMethods(recording));
            }
        }
        return profiles;
    }

    private static Map<String, Double> topMethods(Path recording) throws IOException {
        Map<String, Integer> samples = new HashMap<>();
        int all = 0;
        try (RecordingFile events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (!event.getEventType().getName().equals(SAMPLE)
                        || event.getStackTrace() == null) {
                    continue;
                }
                RecordedFrame top = event.getStackTrace().getFrames().get(0);
                samples.merge(
                        top.getMethod().getType().getName() + "." + top.getMethod().getName(),
                        1,
                        Integer::sum);
                all++;
            }
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        double total = Math.max(1, all);
        samples.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN_METHODS)
                .forEach(each -> shares.put(each.getKey(), each.getValue() / total));
        return shares;
    }
}
