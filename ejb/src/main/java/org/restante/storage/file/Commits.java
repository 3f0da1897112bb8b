package org.restante.storage.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Makes staged changes visible, all or none: one by its rename, several by a journal that is done again after a crash.
 * Readers are kept out during the renames only, not while bytes are forced to disk. A batch that failed after its journal
 * was written is committed all the same: it is finished before anybody reads or writes again.
 */
final class Commits {

    private final Path root;
    private final Disk disk;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Set<Path> unfinished = ConcurrentHashMap.newKeySet();

    Commits(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    /** Runs the work on a state in which no batch is half done. */
    <T> T reading(IoWork<T> work) throws IOException {
        while (true) {
            lock.readLock().lock();
            try {
                if (unfinished.isEmpty()) {
                    return work.run();
                }
            } finally {
                lock.readLock().unlock();
            }
            settle();
        }
    }

    /** Runs the work while nobody reads. */
    void exclusively(IoAction work) throws IOException {
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Does all steps; none is done, and nothing staged is left, when it throws before the commit. */
    void commit(List<Step> steps) throws IOException {
        if (steps.size() == 1) {
            commitOne(steps.get(0));
        } else if (!steps.isEmpty()) {
            Path journal = writeJournal(steps);
            exclusively(() -> {
                unfinished.add(journal);
                for (Step step : steps) {
                    step.perform();
                }
                unfinished.remove(journal);
            });
            close(journal, steps);
        }
    }

    /** Finishes what failed earlier; to be called by a writer before it looks at anything. */
    void settle() throws IOException {
        if (!unfinished.isEmpty()) {
            exclusively(() -> {
                for (Path journal : List.copyOf(unfinished)) {
                    recover(journal);
                    unfinished.remove(journal);
                }
            });
        }
    }

    /** Does the steps of a journal that is whole, and forgets one that is not. */
    void recover(Path file) throws IOException {
        Journal journal = Files.exists(file) ? Journal.read(root, Files.readAllBytes(file)) : null;
        if (journal != null) {
            for (Step step : journal.steps()) {
                step.redo();
            }
            syncFolders(journal.steps());
        }
        forget(file);
    }

    private void commitOne(Step step) throws IOException {
        try {
            exclusively(step::perform);
        } catch (IOException e) {
            step.discard(e);
            throw e;
        }
        disk.sync(step.folder());
    }

    private Path writeJournal(List<Step> steps) throws IOException {
        Path journal = null;
        try {
            syncFolders(steps); // a journal that is found again must find what it names
            journal = disk.createNew(root, Layout.JOURNAL);
            disk.write(journal, List.of(ByteBuffer.wrap(new Journal(root, steps).write())));
            disk.sync(root);
            return journal;
        } catch (IOException e) {
            abandon(journal, steps, e);
            throw e;
        }
    }

    private void abandon(@Nullable Path journal, List<Step> steps, IOException because) {
        try {
            if (journal != null) {
                forget(journal);
            }
            steps.forEach(step -> step.discard(because));
        } catch (IOException e) {
            because.addSuppressed(e);
            unfinished.add(journal);
        }
    }

    private void close(Path journal, List<Step> steps) throws IOException {
        boolean closed = false;
        try {
            syncFolders(steps);
            forget(journal);
            closed = true;
        } finally {
            if (!closed) {
                unfinished.add(journal);
            }
        }
    }

    /** A journal that came back after a power failure would undo what was written since: it has to be gone for good. */
    private void forget(Path journal) throws IOException {
        Files.deleteIfExists(journal);
        disk.sync(root);
    }

    private void syncFolders(List<Step> steps) throws IOException {
        for (Path folder : steps.stream().map(Step::folder).distinct().toList()) {
            disk.sync(folder);
        }
    }
}
