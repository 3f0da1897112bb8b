package org.restante.baileys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.codec.Content;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.storage.KeyPage;
import org.restante.storage.Lookup;
import org.restante.storage.PageRequest;
import org.restante.storage.Storage;

/** Goes once through all entries for which Baileys has files, a page at a time, and makes these files. */
final class ExportPass {

    /** In bytes: no usual file system has longer ones. */
    private static final int LONGEST_NAME = 255;

    private final Storage storage;
    private final Receiver receiver;
    private final Map<String, String> keysByFile = new HashMap<>();

    ExportPass(Storage storage, Receiver receiver) {
        this.storage = storage;
        this.receiver = receiver;
    }

    /** Takes the files. */
    interface Receiver {
        void file(String name, byte[] content) throws IOException;

        /** A file cannot be made. */
        void problem(FileRemark problem);
    }

    /**
     * Makes all files, the credentials first.
     *
     * @return whether there are credentials; without them nothing is made
     */
    boolean run() throws IOException {
        Namespace<Content> creds = contents(Namespaces.CREDS);
        if (storage.lookup(creds, Namespaces.CREDS_KEY) instanceof Lookup.Absent<Content>) {
            return false;
        }
        entry(creds, Namespaces.CREDS_KEY, null);
        for (KeyType type : KeyType.values()) {
            namespace(contents(type.namespace()));
        }
        return true;
    }

    private void namespace(Namespace<Content> namespace) throws IOException {
        Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.DEFAULT_LIMIT));
        while (next.isPresent()) {
            KeyPage page = storage.keys(namespace, next.get());
            Map<String, Content> found = storage.getAll(namespace, page.keys());
            for (String key : page.keys()) {
                entry(namespace, key, found.get(key));
            }
            next = page.following();
        }
    }

    private void entry(Namespace<Content> namespace, String key, @Nullable Content found) throws IOException {
        String file = AuthFileName.of(namespace, key);
        try {
            Content content = found == null ? unreadableOrAbsent(namespace, key) : found;
            if (content != null) {
                requireUsable(file, namespace.name() + "/" + key);
                receiver.file(file, FileContent.toFile(namespace, content));
            }
        } catch (UnreadableFileException e) {
            receiver.problem(new FileRemark(file, e.reason()));
        }
    }

    /** What the entry holds after all, or null when it was deleted since its key was listed. */
    private @Nullable Content unreadableOrAbsent(Namespace<Content> namespace, String key)
            throws UnreadableFileException {
        Lookup<Content> lookup = storage.lookup(namespace, key);
        if (lookup instanceof Lookup.Unreadable<Content> unreadable) {
            throw new UnreadableFileException("its entry is unreadable: " + unreadable.reason());
        }
        return lookup instanceof Lookup.Found<Content> found ? found.value() : null;
    }

    private void requireUsable(String file, String key) throws UnreadableFileException {
        String other = keysByFile.putIfAbsent(file, key);
        if (other != null) {
            throw new UnreadableFileException("would be the file of both " + other + " and " + key);
        }
        if (file.indexOf('\\') >= 0) {
            throw new UnreadableFileException("has a back slash in its name, which parts directories elsewhere");
        }
        if (file.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new UnreadableFileException("has a name of more than " + LONGEST_NAME + " bytes");
        }
    }

    /** The same entries as they are stored, and never an exception for one. */
    private static Namespace<Content> contents(Namespace<?> namespace) {
        return Namespace.of(namespace.name(), Content.class);
    }
}
