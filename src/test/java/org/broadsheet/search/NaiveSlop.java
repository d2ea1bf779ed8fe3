package org.broadsheet.search;

import java.util.ArrayList;
import java.util.List;

import org.broadsheet.search.NaiveText.Token;

/** Phrases whose words may be moved. */
final class NaiveSlop {
    private NaiveSlop() {}

    /**
     * Every way to choose a token for each word asked for that takes no more moves than the slop: with each chosen
     * position counted from that of its word in the phrase, the largest differs from the smallest by at most that.
     */
    static List<List<Token>> near(List<Token> asked, List<Token> tokens, int slop) {
        List<List<Token>> found = new ArrayList<>();
        if (!asked.isEmpty()) {
            choose(asked, tokens, slop, new ArrayList<>(), found);
        }
        return found;
    }

    private static void choose(List<Token> asked, List<Token> tokens, int slop, List<Integer> chosen,
            List<List<Token>> found) {
        int word = chosen.size();
        if (word == asked.size()) {
            found.add(chosen.stream().map(tokens::get).toList());
            return;
        }
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).term().equals(asked.get(word).term()) && !chosen.contains(at)) {
                chosen.add(at);
                if (spread(chosen) <= slop) {
                    choose(asked, tokens, slop, chosen, found);
                }
                chosen.removeLast();
            }
        }
    }

    private static int spread(List<Integer> chosen) {
        int min = Integer.MAX_VALUE;
        int max = Integer.MIN_VALUE;
        for (int i = 0; i < chosen.size(); i++) {
            min = Math.min(min, chosen.get(i) - i);
            max = Math.max(max, chosen.get(i) - i);
        }
        return max - min;
    }
}
