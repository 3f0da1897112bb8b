package org.restante.baileys;

import java.util.ArrayList;
import java.util.List;

/** Makes all files and keeps none, to know beforehand what is wrong. */
final class ExportCheck implements ExportPass.Receiver {

    private final List<FileRemark> problems = new ArrayList<>();
    private int files;

    @Override
    public void file(String name, byte[] content) {
        files++;
    }

    @Override
    public void problem(FileRemark problem) {
        problems.add(problem);
    }

    List<FileRemark> problems() {
        return problems;
    }

    int files() {
        return files;
    }
}
