package org.restante.storage.file;

import java.io.IOException;

/** Work on files that gives a result. */
@FunctionalInterface
interface IoWork<T> {

    T run() throws IOException;
}
