package org.restante.entry;

/** Input was refused at the border: the message names the field and its limit, and nothing was changed. */
public final class InvalidInputException extends RestanteException {

    private final String field;

    /**
     * @param field what was refused, as the caller calls it: {@code profile}, {@code key}, {@code limit}
     * @param problem what is wrong with it, without the field's name
     */
    public InvalidInputException(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
    }

    /** The name of the refused field. */
    public String field() {
        return field;
    }
}
