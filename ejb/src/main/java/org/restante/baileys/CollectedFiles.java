package org.restante.baileys;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of one folder as they come, each turned into its entry at once, so that its JSON need not be kept. */
final class CollectedFiles implements FileSink {

    private static final String MAC_FOLDER = "__MACOSX/";
    private static final Set<String> OF_FILE_MANAGERS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    private final List<CollectedFile> files = new ArrayList<>();

    @Override
    public void file(String path, byte[] content) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!path.startsWith(MAC_FOLDER) && !OF_FILE_MANAGERS.contains(name) && !name.startsWith("._")) {
            files.add(collect(path, name, content));
        }
    }

    @Override
    public void notRead(FileRemark remark) {
        files.add(new CollectedFile.Unreadable(remark.file(), remark.reason()));
    }

    /** The files as they are called in their folder: without the directory, if there is one, in which all of them lie. */
    List<CollectedFile> files() {
        String folder = commonFolder();
        return files.stream().map(file -> file.in(folder)).toList();
    }

    private static CollectedFile collect(String path, String name, byte[] content) {
        try {
            AuthFileName entry = AuthFileName.parse(name);
            return new CollectedFile.Usable(path, entry, FileContent.toEntry(entry.namespace(), content));
        } catch (UnreadableFileException e) {
            return new CollectedFile.Unreadable(path, e.reason());
        }
    }

    private String commonFolder() {
        String first = files.isEmpty() ? "" : files.get(0).path();
        String folder = first.substring(0, first.indexOf('/') + 1);
        return files.stream().allMatch(file -> file.path().startsWith(folder)) ? folder : "";
    }
}
