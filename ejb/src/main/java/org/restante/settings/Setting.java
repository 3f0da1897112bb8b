package org.restante.settings;

/**
 * A setting as it was asked for.
 *
 * @param fallback what counts where it is not configured, as it would be configured; empty where nothing does, or what depends
 * @param allowed what it may be: a range, or the choices; empty for any text
 */
public record Setting(String name, String fallback, String allowed) {}
