package org.broadsheet.query;

/**
 * How much of a query is considered. What lies beyond is left out with a notice; nothing here is ever an error.
 *
 * @param characters of the text, counted from its beginning
 * @param clauses words, phrases, prefixes, ranges and so on, all together
 * @param depth parentheses within parentheses
 * @param wordCharacters of one word
 * @param phraseWords of one phrase
 * @param slop the most positions that the words of a phrase may be moved apart
 * @param expansions prefixes and misspellings ({@code word*}, {@code word~}), all together
 * @param notices the most that a reader is shown
 */
public record QuerySettings(int characters, int clauses, int depth, int wordCharacters, int phraseWords, int slop,
        int expansions, int notices) {

    /**
     * 2,000 characters hold several times the 32 clauses, as many as a long sentence has (and as Google ever read); each
     * clause costs an engine a handful of postings. 20 parentheses deep is more than a person can read. Addresses may be 256
     * characters long; words are not. Phrases of 50 words are whole paragraphs, and words 100 positions apart are no
     * longer near. Each expansion walks the dictionary, which costs a hundred times as much as a word: 5 of them stay
     * well within the time limit. More than 10 notices are not read.
     */
    public static final QuerySettings DEFAULT = new QuerySettings(2_000, 32, 20, 256, 50, 100, 5, 10);

    /** The same for texts of another length, with other numbers of clauses and expansions. */
    public QuerySettings withBounds(int otherCharacters, int otherClauses, int otherExpansions) {
        return new QuerySettings(otherCharacters, otherClauses, depth, wordCharacters, phraseWords, slop,
                otherExpansions, notices);
    }
}
