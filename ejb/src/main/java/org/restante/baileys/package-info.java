/**
 * Moves a profile out of and into the folder that the multi-file auth state of Baileys keeps: one JSON file for the
 * credentials and one for each key. File names, types and value shapes are those of Baileys 7.0.0-rc14. Works through
 * {@link org.restante.storage.Storage} alone and knows no adapter.
 */
@NullMarked
package org.restante.baileys;

import org.jspecify.annotations.NullMarked;
