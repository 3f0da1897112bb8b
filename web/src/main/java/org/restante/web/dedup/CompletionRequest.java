package org.restante.web.dedup;

import org.jspecify.annotations.Nullable;
import org.restante.dedup.ClaimToken;
import org.restante.dedup.Receipt;
import org.restante.entry.InvalidInputException;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;

/** The end of a claim; the receipt in base64. */
record CompletionRequest(@Nullable String token, byte @Nullable [] receipt) {

    /** @throws InvalidInputException naming {@code token} */
    ClaimToken claimToken() {
        return TokenText.token(token);
    }

    /**
     * The receipt, which may be of no bytes but must be there.
     *
     * @throws InvalidInputException naming {@code receipt}
     * @throws ProblemException 413 over the limit
     */
    Receipt kept() {
        if (receipt == null) {
            throw new InvalidInputException("receipt", "must be there, in base64; it may be empty");
        }
        if (receipt.length > Receipt.MAX_LENGTH) {
            throw new ProblemException(
                    ProblemKind.TOO_LARGE, "the receipt has more than " + Receipt.MAX_LENGTH + " bytes");
        }
        return Receipt.of(receipt);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "CompletionRequest";
    }
}
