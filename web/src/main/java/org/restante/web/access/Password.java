package org.restante.web.access;

import org.restante.settings.PasswordText;

/** What a password is compared with. Thread-safe. */
interface Password {

    /** Whether that is the password; takes the same time for every wrong one. */
    boolean matches(String password);

    /** Whether a wrong one takes long. */
    boolean isSlow();

    /** The password of a configured text. */
    static Password of(String configured) {
        return PasswordText.isHash(configured) ? new HashedPassword(configured) : new PlainPassword(configured);
    }
}
