package org.restante.storage.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.Applied;
import org.restante.storage.KeyPage;
import org.restante.storage.Mutation;
import org.restante.storage.NamespaceCount;
import org.restante.storage.NextVersions;
import org.restante.storage.PageRequest;
import org.restante.storage.StorageAdapter;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.StoredEntry;

/**
 * Entries as files under one root folder, each written beside its place, forced to disk and renamed.
 *
 * <p><strong>One process only:</strong> an open adapter holds its root alone; the second one, of this process or of another,
 * is refused. <strong>No part of JTA transactions:</strong> what was applied stays when the caller's transaction rolls
 * back.
 *
 * <p>After {@link #apply} returned, its changes outlast a crash and a power failure; when it threw, or the process was
 * killed in it, all of them or none are there, and readers never see a half. When it threw because of a full disk, it was
 * none. An interrupted thread is refused like a failing disk is. A file that was damaged is an entry that no codec reads,
 * as long as nobody overwrites or deletes it; it is listed too, but for a key or profile so long (over some 66 characters
 * that are not plain) that its name is in the file only, and damaged there.
 *
 * <p>Keys are listed in the order of their file names: a page costs a walk over the names in its namespace, and memory for
 * the page only. Thread-safe; writers of one profile go one after the other, readers wait for renames only.
 */
public final class FileStorageAdapter implements StorageAdapter {

    private final Layout layout;
    private final InstantSource clock;
    private final RootLock rootLock;
    private final Disk disk;
    private final Commits commits;
    private final ProfileLocks writers = new ProfileLocks();
    private final NextVersions nextVersions = new NextVersions();

    private FileStorageAdapter(Layout layout, InstantSource clock, Disk disk, RootLock rootLock) {
        this.layout = layout;
        this.clock = clock;
        this.rootLock = rootLock;
        this.disk = disk;
        commits = new Commits(layout.root(), disk);
    }

    /**
     * Opens a root, made if it is not there, and finishes or takes back what a crash left in it.
     *
     * @param clock tells when entries are written, and with it their first versions
     * @throws StorageUnavailableException naming the root, when it is in use already or cannot be read and written
     */
    public static FileStorageAdapter open(Path root, InstantSource clock) {
        try {
            Disk disk = new Disk(root);
            disk.createRoot(root);
            Layout layout = new Layout(root.toRealPath());
            FileStorageAdapter adapter =
                    new FileStorageAdapter(layout, clock, disk, RootLock.take(layout.root(), disk));
            adapter.recover();
            return adapter;
        } catch (IOException e) {
            throw new StorageUnavailableException("the file storage " + root + " cannot be opened: " + e, e);
        }
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public Map<EntryKey, StoredEntry> read(Collection<EntryKey> keys) {
        return reading(() -> {
            Map<EntryKey, StoredEntry> found = new HashMap<>();
            for (EntryKey key : keys) {
                StoredEntry entry = EntryFile.read(layout.entry(key), key);
                if (entry != null) {
                    found.put(key, entry);
                }
            }
            return found;
        });
    }

    @Override
    public Applied apply(List<Mutation> mutations) {
        Set<ProfileId> profiles =
                mutations.stream().map(mutation -> mutation.key().profile()).collect(Collectors.toSet());
        return writing(profiles, () -> change(mutations, Set.of()));
    }

    @Override
    public KeyPage keys(ProfileId profile, String namespace, PageRequest page) {
        Path folder = layout.namespace(profile, namespace);
        return reading(() -> KeyPage.of(new KeyScan(page).scan(folder), page));
    }

    @Override
    public List<NamespaceCount> namespaces(ProfileId profile, int most) {
        return reading(() -> new NamespaceScan(most).scan(layout.profile(profile)));
    }

    @Override
    public List<ProfileId> profiles() {
        return reading(() -> ProfileScan.scan(layout.root()));
    }

    /** The profile is gone at once, also over a crash; its files are deleted when this returns. */
    @Override
    public void clear(ProfileId profile) {
        Path trash = layout.root().resolve(Layout.TRASH + UUID.randomUUID());
        boolean cleared = writing(Set.of(profile), () -> moveAway(layout.profile(profile), trash));
        if (cleared) {
            guarded(() -> {
                Folder.deleteTree(trash);
                return true;
            });
        }
    }

    @Override
    public Applied clear(ProfileId profile, Set<String> kept, List<Mutation> then) {
        return writing(Set.of(profile), () -> change(then, layout.entries(profile, kept)));
    }

    /** Waits for those who read and write, and lets the next one open the root. */
    @Override
    public void close() {
        guarded(() -> {
            writers.holdingAll(() -> commits.exclusively(rootLock::release));
            return true;
        });
    }

    private void recover() throws IOException {
        boolean recovered = false;
        try {
            Recovery.run(layout.root(), commits);
            recovered = true;
        } finally {
            if (!recovered) {
                rootLock.release();
            }
        }
    }

    /** @param removed the files of entries that are to go first */
    private Applied change(List<Mutation> mutations, Set<Path> removed) throws IOException {
        Instant now = clock.instant();
        Map<EntryKey, Long> versions = new HashMap<>();
        for (Mutation mutation : mutations) {
            if (mutation instanceof Mutation.Put put) {
                Path file = layout.entry(put.key());
                Long actual = EntryFile.version(file, put.key());
                if (!put.expected().isMetBy(removed.contains(file) ? null : actual)) {
                    return new Applied.Refused(put.key());
                }
                versions.put(put.key(), nextVersions.after(actual, now));
            }
        }
        List<Step> steps = new Staging(layout, disk).stage(mutations, versions, now);
        Set<Path> targets = steps.stream().map(Step::target).collect(Collectors.toSet());
        removed.stream().filter(file -> !targets.contains(file)).forEach(file -> steps.add(new Step(file, null)));
        commits.commit(steps);
        return new Applied.Done(versions);
    }

    private boolean moveAway(Path folder, Path trash) throws IOException {
        try {
            commits.exclusively(() -> Files.move(folder, trash, StandardCopyOption.ATOMIC_MOVE));
        } catch (NoSuchFileException e) {
            return false;
        }
        disk.sync(layout.root());
        return true;
    }

    private <T> T reading(IoWork<T> work) {
        return guarded(() -> commits.reading(() -> {
            rootLock.requireHeld();
            T result = work.run();
            rootLock.requireRoot();
            return result;
        }));
    }

    private <T> T writing(Set<ProfileId> profiles, IoWork<T> work) {
        return guarded(() -> writers.holding(profiles, () -> {
            rootLock.requireHeld();
            rootLock.requireRoot();
            commits.settle();
            return work.run();
        }));
    }

    private <T> T guarded(IoWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new StorageUnavailableException("the file storage " + layout.root() + " failed: " + e, e);
        }
    }
}
