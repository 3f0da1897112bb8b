package org.restante.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;

/** A {@link Node} that was started, with what it is told and what it answers. */
final class NodeProcess implements AutoCloseable {

    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;

    NodeProcess(String database) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        this.process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Node.class.getName(), database)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.commands = process.outputWriter();
        this.answers = process.inputReader();
    }

    /**
     * What a node did in a round.
     *
     * @param counted transactions that were done
     * @param longest wait for the lock, in nanoseconds
     */
    record Answer(double perSecond, long counted, long longest) {}

    void begin(String contender, int threads, int keys, long milliseconds) throws IOException {
        commands.write("%s %d %d %d\n".formatted(contender, threads, keys, milliseconds));
        commands.flush();
    }

    Answer end() throws IOException {
        String answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException("the process has ended");
        }
        String[] words = answer.split(" ", -1);
        return new Answer(Double.parseDouble(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
    }

    /** Ends the process: there is nothing more to read for it. */
    @Override
    public void close() throws IOException {
        commands.close();
        process.onExit().join();
    }
}
