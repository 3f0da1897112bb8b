package org.restante.entry;

/**
 * The name of a profile: one account, device or bot whose state is kept apart from all others. Compared exactly.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters (Unicode code points), not blank, without control characters, {@code /}
 *     and {@code \}, and neither {@code .} nor {@code ..}
 */
public record ProfileId(String value) implements Comparable<ProfileId> {

    public static final int MAX_LENGTH = 64;

    /** @throws InvalidInputException naming {@code profile} and the limit that the name breaks */
    public ProfileId {
        Names.require("profile", value, MAX_LENGTH);
        if (value.isBlank()) {
            throw new InvalidInputException("profile", "must not be blank");
        }
        if (value.equals(".") || value.equals("..")) {
            throw new InvalidInputException("profile", "must not be '.' or '..'");
        }
        if (value.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            throw new InvalidInputException("profile", "must not hold '/', '\\' or control characters");
        }
    }

    @Override
    public int compareTo(ProfileId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
