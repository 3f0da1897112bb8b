package org.restante.storage.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.Expected;
import org.restante.storage.Mutation;
import org.restante.storage.StorageAdapter;
import org.restante.storage.StorageUnavailableException;

/**
 * A process of its own that writes without end: each thread, to its profile, the values of 1, 2, 3 … one by one and in
 * batches. It tells of each write that returned, and dies by {@code kill -9}.
 */
final class WritingProcess implements AutoCloseable {

    static final int THREADS = 3;

    private final Process process;
    private final BufferedReader output;
    private final List<Acknowledged> acknowledged = new ArrayList<>();

    record Acknowledged(int thread, boolean batch, int number) {}

    private WritingProcess(Process process) {
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it with the values of that number. */
    static WritingProcess start(Path root, int first) throws IOException {
        return new WritingProcess(java(List.of(), WritingProcess.class, root.toString(), Integer.toString(first)));
    }

    /** Starts a class of this class path. */
    static Process java(List<String> before, Class<?> main, String... arguments) throws IOException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        List<String> command = Stream.of(before.stream(), java, Arrays.stream(arguments))
                .flatMap(part -> part)
                .toList();
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** The next line that it prints. */
    String nextLine() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the process ended");
        }
        return line;
    }

    /** Returns after that many writes more were told of. */
    void awaitAcknowledged(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            note(nextLine());
        }
    }

    /** Kills it and gives all that it told of. */
    List<Acknowledged> kill() throws IOException {
        process.toHandle().destroyForcibly(); // by the handle, for Process would close the output
        process.onExit().join();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            note(line);
        }
        return acknowledged;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        output.close();
    }

    private void note(String line) throws IOException {
        if (line.endsWith(".")) {
            String[] words = line.substring(0, line.length() - 1).split(" ", -1);
            if (words.length != 3) {
                throw new IOException(line);
            }
            acknowledged.add(
                    new Acknowledged(Integer.parseInt(words[0]), words[1].equals("batch"), Integer.parseInt(words[2])));
        }
    }

    static ProfileId profile(int thread) {
        return new ProfileId("profile " + thread);
    }

    static String value(int number) {
        return number + ":" + "x".repeat(number * 7919 % 60_000);
    }

    /** Five keys with the value of that number; for every second one, four, and the fifth deleted. */
    static List<Mutation> batch(int thread, int number) {
        return IntStream.range(0, 5)
                .<Mutation>mapToObj(i -> {
                    EntryKey key = Entries.NOTES.key(profile(thread), "batch " + i);
                    return i == 4 && number % 2 == 1
                            ? new Mutation.Delete(key)
                            : Entries.put(key, value(number), Expected.anything());
                })
                .toList();
    }

    static EntryKey single(int thread) {
        return Entries.NOTES.key(profile(thread), "single");
    }

    private static void writeForEver(StorageAdapter adapter, int thread, int first) {
        for (int number = first; ; number++) {
            adapter.apply(List.of(Entries.put(single(thread), value(number), Expected.anything())));
            System.out.println(thread + " single " + number + ".");
            adapter.apply(batch(thread, number));
            System.out.println(thread + " batch " + number + ".");
        }
    }

    /** Writes below the root, beginning with the values of the given number. */
    public static void main(String[] arguments) {
        try {
            StorageAdapter adapter = FileStorageAdapter.open(Path.of(arguments[0]), InstantSource.system());
            int first = Integer.parseInt(arguments[1]);
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                new Thread(() -> writeForEver(adapter, thread, first)).start();
            }
        } catch (StorageUnavailableException e) {
            System.out.println(e.getMessage());
        }
    }
}
