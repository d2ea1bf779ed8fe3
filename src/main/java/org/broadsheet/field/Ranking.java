package org.broadsheet.field;

/**
 * How well an article answers a query, as numbers that both engines build from.
 *
 * <pre>
 * score = Σ over the words of the query:  bm25(stem) + exactForm · bm25(exact form)
 *       + proximity · Σ over neighbouring words:  bm25(both, next to each other in one field)
 *       + exactTitle, where the title is just the query
 *       + quality · q / (q + qualityPivot) + heat · h / (h + heatPivot) + age · agePivot / (agePivot + days)
 * </pre>
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
 * @param exactTitle what a title that is just the query adds
 * @param quality what the best quality adds at most
 * @param qualityPivot the quality that adds half of that; where an article has none it counts as this
 * @param heat what the highest heat adds at most
 * @param heatPivot the heat that adds half of that; where none was measured it counts as this
 * @param age what being new adds at most
 * @param agePivotDays the age in days at which half of that is left, measured from the newest article of the index
 */
public record Ranking(float k1, float b, float exactForm, float proximity, float exactTitle, float quality,
        float qualityPivot, float heat, float heatPivot, float age, int agePivotDays) {

    public static final Ranking DEFAULT = new Ranking(1.2f, 0.75f, 0.5f, 0.3f, 1f, 0.2f, 50, 0.1f, 50, 0.2f, 365);
}
