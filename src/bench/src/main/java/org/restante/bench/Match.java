package org.restante.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One benchmark run for each value of one parameter in turn, in many short rounds, so that whatever else the machine does
 * meets all of them alike.
 *
 * @param benchmark class and method, with a dot between them
 * @param parameter the one whose values stand against each other
 * @param values all of them
 * @param fixed the other parameters
 * @param threads how many call at once
 */
record Match(String benchmark, String parameter, List<String> values, Map<String, String> fixed, int threads) {

    private static final int WARM_UP = 4;

    /** Runs the rounds after some that do not count. JMH stops the whole run at the first exception. */
    Scores run(int rounds, TimeValue time) throws RunnerException {
        Scores scores = new Scores();
        List<String> order = new ArrayList<>(values);
        for (int round = -WARM_UP; round < rounds; round++) {
            Collections.rotate(order, 1);
            Map<String, Scores.Score> measured = new LinkedHashMap<>();
            for (String value : order) {
                measured.put(value, measure(value, time));
            }
            if (round >= 0) {
                scores.add(measured);
            }
        }
        return scores;
    }

    private Scores.Score measure(String value, TimeValue time) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + benchmark.replace(".", "\\.") + "$")
                .param(parameter, value)
                .mode(Mode.Throughput)
                .threads(threads)
                .forks(0) // in this process, which holds the database and has compiled code
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(time)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        fixed.forEach(options::param);
        RunResult result = new Runner(options.build()).runSingle();
        Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return new Scores.Score(
                result.getPrimaryResult().getScore(), allocated == null ? Double.NaN : allocated.getScore());
    }
}
