package org.restante.storage.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.restante.codec.Envelope;
import org.restante.entry.EntryKey;
import org.restante.storage.Mutation;

/** Writes new values beside the files that they will replace. */
final class Staging {

    private final Layout layout;
    private final Disk disk;

    Staging(Layout layout, Disk disk) {
        this.layout = layout;
        this.disk = disk;
    }

    /**
     * The steps that do the mutations; nothing is visible yet, and nothing is left when it throws.
     *
     * @param versions what each put key gets
     */
    List<Step> stage(List<Mutation> mutations, Map<EntryKey, Long> versions, Instant now) throws IOException {
        List<Step> steps = new ArrayList<>();
        try {
            for (Mutation mutation : mutations) {
                Path target = layout.entry(mutation.key());
                if (mutation instanceof Mutation.Put put) {
                    long version = Objects.requireNonNull(versions.get(put.key()));
                    steps.add(new Step(target, write(put, version, now)));
                } else if (Files.exists(target)) {
                    steps.add(new Step(target, null));
                }
            }
            return steps;
        } catch (IOException e) {
            steps.forEach(step -> step.discard(e));
            throw e;
        }
    }

    private Path write(Mutation.Put put, long version, Instant now) throws IOException {
        EntryKey key = put.key();
        Path folder = layout.namespace(key.profile(), key.namespace());
        disk.createFolder(layout.profile(key.profile()));
        disk.createFolder(folder);
        Envelope envelope = put.envelope();
        byte[] header = new EntryHeader(key, version, now, envelope.header().length).write();
        Path file = disk.createNew(folder, Layout.STAGED);
        try {
            List<ByteBuffer> parts =
                    new ArrayList<>(List.of(ByteBuffer.wrap(header), ByteBuffer.wrap(envelope.header())));
            parts.addAll(envelope.payload().buffers());
            disk.write(file, parts);
            return file;
        } catch (IOException e) {
            Disk.discard(file, e);
            throw e;
        }
    }
}
