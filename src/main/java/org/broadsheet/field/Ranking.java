package org.broadsheet.field;

/**
 * How well an article answers a query, as numbers that both engines build from.
 *
 * <pre>
 * score = Σ over the words of the query:  bm25(stem) + s · exactForm · bm25(exact form)
 *       + s · proximity · Σ over neighbouring words:  bm25(both, next to each other in one field)
 *       + exactTitle, where the title is just the query
 *       + quality · q / (q + qualityPivot) + heat · h / (h + heatPivot) + age · agePivot / (agePivot + days)
 * </pre>
 *
 * <p>{@code s = min(1, shortQuery / number of words)}: who types two or three words chose their form and their order;
 * in a sentence both are grammar's choice and say less.
 *
 * <p>{@code bm25} is BM25F: the frequencies of a word in all fields are summed by {@link ArticleField#weight} before
 * they are saturated, and the length of the article is the weighted sum of the fields' lengths (Robertson, Zaragoza and
 * Taylor, Simple BM25 Extension to Multiple Weighted Fields, 2004). The last line is bounded by
 * {@code quality + heat + age}, so that it decides between answers that are about as good and never buries the one that
 * is exactly right. It is added, not multiplied, because the index can skip what cannot reach the best only if it knows
 * how much each part adds at most.
 *
 * @param k1 how soon more occurrences stop to count (BM25)
 * @param b how much a long article must make up for its length, 0 to 1 (BM25)
 * @param exactForm what the exact form of a word adds, against its stem
 * @param proximity what two neighbouring words next to each other add, against one word
 * @param shortQuery up to so many words form and order count in full
 * @param exactTitle what a title that is just the query adds
 * @param quality what the best quality adds at most
 * @param qualityPivot the quality that adds half of that; where an article has none it counts as this
 * @param heat what the highest heat adds at most
 * @param heatPivot the heat that adds half of that; where none was measured it counts as this
 * @param age what being new adds at most
 * @param agePivotDays the age in whole days of UTC at which half of that is left, measured from the newest article of
 *        the index
 */
public record Ranking(float k1, float b, float exactForm, float proximity, int shortQuery, float exactTitle,
        float quality, float qualityPivot, float heat, float heatPivot, float age, int agePivotDays) {

    /**
     * For archives of short articles. What was measured, and with which other values, stands in
     * {@code src/docs/ranking.md}.
     * <ul>
     * <li>{@code k1} is above the usual 1.2, since a word of the title counts as three occurrences, and {@code b} above
     * the usual 0.75, since what makes an excerpt longer is seldom more about any one word;
     * <li>an exact form adds half a word, so that it decides among articles with the same stems, and neighbours less
     * than that, since the pair is rarer than either word and so weighs twice already;
     * <li>what does not depend on the query adds a quarter at most, less than the rarest word that one article has and
     * the other has not;
     * <li>the pivots are the middle of the scale of quality and heat, and a year for news.
     * </ul>
     */
    public static final Ranking DEFAULT = new Ranking(1.4f, 0.8f, 0.5f, 0.15f, 3, 1f, 0.1f, 50, 0.05f, 50, 0.1f, 365);

    /** How much form and order count in a query of so many words, 0 to 1. */
    public float share(int words) {
        return words <= shortQuery ? 1 : (float) shortQuery / words;
    }
}
