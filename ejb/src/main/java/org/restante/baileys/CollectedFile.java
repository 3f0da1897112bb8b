package org.restante.baileys;

import org.restante.codec.Content;

/** A file of a folder, after it was looked at. */
sealed interface CollectedFile {

    String path();

    /** It can be an entry. */
    record Usable(String path, AuthFileName name, Content content) implements CollectedFile {}

    /** It cannot. */
    record Unreadable(String path, String reason) implements CollectedFile {}

    /** The same file as it is called in that folder: its name, unless it lies in yet another one. */
    default CollectedFile in(String folder) {
        String shorter = path().substring(folder.length());
        if (this instanceof Usable file && shorter.indexOf('/') < 0) {
            return new Usable(shorter, file.name(), file.content());
        }
        String reason = this instanceof Unreadable file ? file.reason() : "lies in another folder";
        return new Unreadable(shorter, reason);
    }
}
