/**
 * Storage in a folder of one process: one file for each entry, replaced whole. {@link
 * org.restante.storage.file.FileStorageAdapter} is the only public class; the others know names, bytes, locks and the order
 * in which things reach the disk.
 *
 * <p>Under the root: {@code .lock} says who owns it; {@code <profile>/<namespace>/<key>} are the entries, their names written
 * by {@code FileName}; {@code .tmp-*} are writes that did not become visible, {@code .journal-*} batches that are being
 * done, {@code .trash-*} profiles that were cleared: what a crash leaves of these is dealt with when the root is opened.
 */
@NullMarked
package org.restante.storage.file;

import org.jspecify.annotations.NullMarked;
