package org.restante.settings;

/** What a user may do. */
public enum Role {
    /** Everything. */
    OPERATOR,
    /** Everything within the profiles and namespaces it is given. */
    CLIENT,
    /** Reads what is there, but no entry's body. */
    VIEWER
}
