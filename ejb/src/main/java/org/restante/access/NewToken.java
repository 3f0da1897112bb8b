package org.restante.access;

/**
 * A token that was just made.
 *
 * @param secret the token itself, which is told this once and kept nowhere
 */
public record NewToken(AccessToken token, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "NewToken(" + token.id() + ")";
    }
}
