package org.broadsheet.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.ArticleQuery.All;
import org.broadsheet.query.ArticleQuery.AtLeast;
import org.broadsheet.query.ArticleQuery.Respelt;
import org.broadsheet.query.ArticleQuery.Word;

/**
 * What to ask instead when nothing has all of the words: first the same words in another spelling, then fewer of them.
 * Only loose words are ever changed; phrases, operators, fields, prefixes and filters stay as they were typed.
 */
final class Relaxation {

    /** Matches that make an answer: a relaxed one asks for as many of the words as still give that. */
    private static final int ENOUGH = 10;
    /**
     * Words from which on a query is a sentence: it says one thing in many words, of which a good answer has some, and
     * which ones is better left to the ranking.
     */
    private static final int SENTENCE = 4;
    private static final Comparator<Spelling> NEAREST = Comparator.comparingInt(Spelling::edits)
            .thenComparing(Spelling::articles, Comparator.reverseOrder());

    /** What joins words to one: hyphens, dashes and slashes. */
    private static final Pattern JOINTS = Pattern.compile("[\\p{Pd}/]+");

    /** Spellings tried for a word. */
    private static final int CANDIDATES = 8;
    /** Words whose spelling is tried: each costs a few searches. */
    private static final int RESPELT_WORDS = 4;

    private final ArticleSearcher searcher;
    private final UnaryOperator<ArticleQuery> expansion;
    private final Set<String> commonWords;
    private final Deadline deadline;

    /**
     * @param expansion what is done to a query before it is asked
     * @param commonWords words in lower case that say nothing by themselves, the first to be left out
     */
    Relaxation(ArticleSearcher searcher, UnaryOperator<ArticleQuery> expansion, Set<String> commonWords,
            Deadline deadline) {
        this.searcher = searcher;
        this.expansion = expansion;
        this.commonWords = commonWords;
        this.deadline = deadline;
    }

    /**
     * A query that has matches, and what was done to get there.
     *
     * @param notices sentences for the reader
     * @param spellings the words that were replaced
     */
    record Relaxed(ArticleQuery query, List<String> notices, List<Respelt> spellings) {}

    /** Empty if nothing can be relaxed, or if that does not help either. */
    Optional<Relaxed> relax(ArticleQuery query, Filters filters) {
        List<ArticleQuery> parts = query instanceof All(List<ArticleQuery> all) ? all : List.of(query);
        if (parts.stream().noneMatch(Relaxation::isLoose) || isFiltersFault(query, filters)) {
            return Optional.empty();
        }
        boolean shouting = Spelling.allCapitals(parts.stream().filter(Relaxation::isLoose).map(Object::toString));
        List<ArticleQuery> known = respellUnknown(parts, filters, shouting);
        Optional<Relaxed> respelt = answer(known, filters);
        if (respelt.isEmpty() && known.equals(parts) && parts.size() < SENTENCE) {
            respelt = respellOne(parts, filters, shouting);
        }
        return respelt.isPresent() ? respelt : fewer(known, filters);
    }

    /** There are articles with all of the words, but none that the filters let through: the words are right. */
    private boolean isFiltersFault(ArticleQuery query, Filters filters) {
        Filters none = Filters.NONE.leavingOut(filters.without());
        return !filters.equals(none) && count(query, none) > 0;
    }

    private static boolean isLoose(ArticleQuery part) {
        return part instanceof Word(_, boolean loose) && loose;
    }

    /** Words that no article has, each replaced by its likeliest spelling. */
    private List<ArticleQuery> respellUnknown(List<ArticleQuery> parts, Filters filters, boolean shouting) {
        List<ArticleQuery> respelt = new ArrayList<>(parts);
        int tried = 0;
        for (int i = 0; i < parts.size() && tried < RESPELT_WORDS; i++) {
            if (parts.get(i) instanceof Word word && isLoose(word) && Spelling.mayChange(word.text(), shouting)
                    && count(word, Filters.NONE) == 0) {
                tried++;
                best(respelt, i, word, filters).ifPresent(better -> respelt.set(respelt.indexOf(word), better));
            }
        }
        return respelt;
    }

    /** All words are known, but not together: one of them may be a word that was not meant. */
    private Optional<Relaxed> respellOne(List<ArticleQuery> parts, Filters filters, boolean shouting) {
        int tried = 0;
        for (int i = 0; i < parts.size() && tried < RESPELT_WORDS; i++) {
            if (parts.get(i) instanceof Word word && isLoose(word) && Spelling.mayChange(word.text(), shouting)) {
                tried++;
                Optional<Respelt> better = best(parts, i, word, filters);
                if (better.isPresent()) {
                    List<ArticleQuery> respelt = new ArrayList<>(parts);
                    respelt.set(i, better.get());
                    Optional<Relaxed> answer = answer(respelt, filters);
                    if (answer.isPresent()) {
                        return answer;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The spelling of one word that is nearest to what was typed and goes with the other words; among equally near ones
     * that with the most matches. The nearest and most frequent one if none goes with them.
     */
    private Optional<Respelt> best(List<ArticleQuery> parts, int place, Word word, Filters filters) {
        List<Spelling> spellings = searcher
                .spellings(word.text(), Spelling.tolerance(word.text()), CANDIDATES, deadline)
                .stream()
                .sorted(NEAREST)
                .toList();
        Respelt best = null;
        long most = 0;
        int edits = 0;
        for (Spelling spelling : spellings) {
            if (best != null && spelling.edits() > edits) {
                break;
            }
            List<ArticleQuery> respelt = new ArrayList<>(parts);
            respelt.set(place, new Respelt(word.text(), spelling.word()));
            long matches = count(conjunction(respelt), filters);
            if (matches > most) {
                best = new Respelt(word.text(), spelling.word());
                most = matches;
                edits = spelling.edits();
            }
        }
        return best != null || spellings.isEmpty()
                ? Optional.ofNullable(best)
                : Optional.of(new Respelt(word.text(), spellings.getFirst().word()));
    }

    private Optional<Relaxed> answer(List<ArticleQuery> parts, Filters filters) {
        List<Respelt> respelt = respelt(parts);
        ArticleQuery query = conjunction(parts);
        return respelt.isEmpty() || count(query, filters) == 0
                ? Optional.empty()
                : Optional.of(new Relaxed(query, spellingNotices(respelt), respelt));
    }

    /** As many of the words as still find enough; those that say nothing by themselves are left out first. */
    private Optional<Relaxed> fewer(List<ArticleQuery> parts, Filters filters) {
        List<ArticleQuery> loose = parts.stream()
                .filter(part -> isLoose(part) || part instanceof Respelt)
                .flatMap(Relaxation::pieces)
                .toList();
        List<ArticleQuery> telling = loose.stream().filter(part -> !isCommon(part)).toList();
        List<ArticleQuery> words = telling.isEmpty() ? loose : telling;
        List<ArticleQuery> fixed = parts.stream()
                .filter(part -> !isLoose(part) && !(part instanceof Respelt))
                .toList();
        int least = mostThatFindEnough(words, fixed, words.size() < loose.size(), filters);
        if (least == 0) {
            return Optional.empty();
        }
        List<Respelt> respelt = respelt(parts);
        List<String> notices = new ArrayList<>(spellingNotices(respelt));
        notices.add("No article has all of these words: showing those that have "
                + (least == words.size() ? "the telling ones." : least == 1 ? "some of them." : least + " of them."));
        return Optional.of(new Relaxed(some(least, words, fixed), notices, respelt));
    }

    /**
     * As many words as can be asked for together; 0 if none of them is found.
     *
     * @param all whether all of them may be asked for, because others have been left out
     */
    private int mostThatFindEnough(List<ArticleQuery> words, List<ArticleQuery> fixed, boolean all, Filters filters) {
        boolean sentence = words.size() >= SENTENCE;
        if (all && !sentence && count(some(words.size(), words, fixed), filters) > 0) {
            return words.size();
        }
        int most = 0;
        int low = 1;
        int high = sentence ? 1 : words.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (count(some(middle, words, fixed), filters) >= (middle == 1 ? 1 : ENOUGH)) {
                most = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return most;
    }

    /** A word of several, such as {@code open-source}, is as many to choose from. */
    private static Stream<ArticleQuery> pieces(ArticleQuery part) {
        if (!(part instanceof Word(String text, _))) {
            return Stream.of(part);
        }
        return JOINTS.splitAsStream(text).filter(piece -> !piece.isEmpty()).map(piece -> new Word(piece, true));
    }

    private boolean isCommon(ArticleQuery part) {
        return part instanceof Word(String text, _) && commonWords.contains(text.toLowerCase(java.util.Locale.ROOT));
    }

    private static ArticleQuery some(int least, List<ArticleQuery> words, List<ArticleQuery> fixed) {
        List<ArticleQuery> parts = new ArrayList<>();
        parts.add(least == words.size() ? conjunction(words) : new AtLeast(least, words));
        parts.addAll(fixed);
        return conjunction(parts);
    }

    private static ArticleQuery conjunction(List<ArticleQuery> parts) {
        return parts.size() == 1 ? parts.getFirst() : new All(parts);
    }

    private static List<Respelt> respelt(List<ArticleQuery> parts) {
        return parts.stream().filter(Respelt.class::isInstance).map(Respelt.class::cast).toList();
    }

    private static List<String> spellingNotices(List<Respelt> respelt) {
        return respelt.stream()
                .map(word -> "Nothing was found for “" + word.typed() + "”: showing results for “" + word.text() + "”.")
                .toList();
    }

    private long count(ArticleQuery query, Filters filters) {
        return searcher.count(expansion.apply(query), filters, deadline);
    }
}
