package io.enablement.bench.contest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.enablement.bench.process.JavaProcess;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The process of a contestant: a race comes as a line of JSON on the standard input, its answer
 * goes as a line to the standard output; an empty line asks for the numbers of the last race.
 */
public final class ContestantProcess {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ContestantProcess() {}

    /** The answer to a race. */
    public record Answer(long wallNanos, long cpuNanos) {}

    /** The answer to the question for numbers. */
    public record Found(List<String> numbers, Map<String, Double> extras) {}

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err); // what libraries print is no answer
        BufferedReader questions =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        JavaProcess.endWithParent(); // also in the middle of a race
        Class<?> type = Class.forName(arguments[0]);
        try {
            Contestant contestant = (Contestant) type.getDeclaredConstructor().newInstance();
            for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                Object answer = line.isEmpty() ? found(contestant) : race(contestant, line);
                answers.println(JavaProcess.ANSWER + JSON.writeValueAsString(answer));
            }
        } catch (Throwable e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static Answer race(Contestant contestant, String line) throws Exception {
        Clock.reset();
        System.gc(); // nobody pays for the garbage of the run before
        contestant.run(JSON.readValue(line, Race.class));
        Clock.Lap lap = Clock.stop();
        return new Answer(lap.wallNanos(), lap.cpuNanos());
    }

    private static Found found(Contestant contestant) throws Exception {
        return new Found(contestant.numbers(), contestant.extras());
    }
}
