package org.restante.baileys;

/**
 * What there is to say about one file of a folder.
 *
 * @param file its name in the folder, or its path in the zip where it lies elsewhere
 * @param reason never holds any of its content
 */
public record FileRemark(String file, String reason) {}
