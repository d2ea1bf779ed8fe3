package org.broadsheet.search;

/** How much two words differ. */
final class NaiveEdits {
    private NaiveEdits() {}

    /**
     * The fewest edits that turn one word into the other: a letter added, left out or replaced, or two neighbours
     * swapped (and not edited again).
     */
    static int distance(String one, String other) {
        return distance(one.codePoints().toArray(), other.codePoints().toArray());
    }

    private static int distance(int[] one, int[] other) {
        int[][] edits = new int[one.length + 1][other.length + 1];
        for (int i = 0; i <= one.length; i++) {
            for (int j = 0; j <= other.length; j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : edits(edits, one, other, i, j);
            }
        }
        return edits[one.length][other.length];
    }

    private static int edits(int[][] edits, int[] one, int[] other, int i, int j) {
        boolean same = one[i - 1] == other[j - 1];
        int least = Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2]
                && one[i - 2] == other[j - 1];
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
