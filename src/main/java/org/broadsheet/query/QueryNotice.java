package org.broadsheet.query;

/**
 * What was ignored in a query, or read in another way than it was typed.
 *
 * @param from where the part begins in the query, in characters from 0
 * @param to where it ends, exclusive
 * @param message a sentence for the reader that names the part and says why
 */
public record QueryNotice(int from, int to, String message) {

    @Override
    public String toString() {
        return message;
    }
}
