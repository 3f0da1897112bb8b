package org.restante.storage.file;

import java.io.IOException;

/** Work on files. */
@FunctionalInterface
interface IoAction {

    void run() throws IOException;
}
