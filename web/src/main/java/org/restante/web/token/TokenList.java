package org.restante.web.token;

import java.util.List;

/** The tokens that were not revoked, the newest first. */
public record TokenList(List<TokenView> tokens) {}
