package org.restante.baileys;

/** Takes what a folder holds, one after the other. */
interface FileSink {

    /**
     * Takes a file.
     *
     * @param path with {@code /} between its parts, below the folder or zip that is read
     * @param content not kept by the sink
     */
    void file(String path, byte[] content);

    /** Takes notice of something that is not a file, or was not read for another reason. */
    void notRead(FileRemark remark);
}
