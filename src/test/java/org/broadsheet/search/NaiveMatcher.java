package org.broadsheet.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.ArticleQuery.All;
import org.broadsheet.query.ArticleQuery.Any;
import org.broadsheet.query.ArticleQuery.AtLeast;
import org.broadsheet.query.ArticleQuery.DateIn;
import org.broadsheet.query.ArticleQuery.Everything;
import org.broadsheet.query.ArticleQuery.Fuzzy;
import org.broadsheet.query.ArticleQuery.InField;
import org.broadsheet.query.ArticleQuery.Not;
import org.broadsheet.query.ArticleQuery.NumberIn;
import org.broadsheet.query.ArticleQuery.Phrase;
import org.broadsheet.query.ArticleQuery.Prefix;
import org.broadsheet.query.ArticleQuery.Published;
import org.broadsheet.query.ArticleQuery.Respelt;
import org.broadsheet.query.ArticleQuery.WithSynonyms;
import org.broadsheet.query.ArticleQuery.Word;
import org.broadsheet.search.NaiveText.Token;

/** Whether an article matches a query, how well, and where. */
final class NaiveMatcher {

    private final NaiveText text;

    NaiveMatcher(NaiveText text) {
        this.text = text;
    }

    boolean matches(ArticleQuery query, Article article) {
        return meaning(query).map(left -> fulfils(left, article)).orElse(true);
    }

    /**
     * What the query comes down to, without texts that are no words, which are no condition; empty if nothing is left.
     */
    private Optional<ArticleQuery> meaning(ArticleQuery query) {
        return switch (query) {
            case All all -> meaning(all.parts()).map(All::new);
            case Any any -> meaning(any.parts()).map(Any::new);
            case AtLeast some -> meaning(some.parts())
                    .map(left -> new AtLeast(Math.min(some.minimum(), left.size()), left));
            case WithSynonyms either -> meaning(
                    Stream.concat(Stream.of(either.asked()), either.others().stream()).toList()).map(Any::new);
            case Respelt respelt -> meaning(new Word(respelt.text(), true));
            case Not not -> meaning(not.part()).map(Not::new);
            case InField in -> meaning(in.part()).isEmpty() ? Optional.empty() : Optional.of(in);
            case Word word -> meaning(word, word.text());
            case Phrase phrase -> meaning(phrase, phrase.text());
            case Prefix prefix -> meaning(prefix, prefix.text());
            case Fuzzy fuzzy -> meaning(fuzzy, fuzzy.text());
            default -> Optional.of(query);
        };
    }

    private Optional<ArticleQuery> meaning(ArticleQuery query, String words) {
        return text.exact(words).isEmpty() ? Optional.empty() : Optional.of(query);
    }

    private Optional<List<ArticleQuery>> meaning(List<ArticleQuery> parts) {
        List<ArticleQuery> left = parts.stream().flatMap(part -> meaning(part).stream()).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(left);
    }

    private boolean fulfils(ArticleQuery query, Article article) {
        return switch (query) {
            case Everything everything -> true;
            case All all -> all.parts().stream().allMatch(part -> fulfils(part, article));
            case Any any -> any.parts().stream().anyMatch(part -> fulfils(part, article));
            case AtLeast some ->
                some.parts().stream().filter(part -> fulfils(part, article)).count() >= some.minimum();
            case Not not -> !fulfils(not.part(), article);
            case NumberIn in ->
                in.range().contains(in.field() == ArticleField.QUALITY ? article.quality() : article.heat());
            case DateIn in -> in.range().contains(article.publishedDateTime());
            case Published published -> Boolean.valueOf(published.value()).equals(article.published());
            case InField in -> count(in.part(), in.field(), article) > 0;
            default -> ArticleField.weighted().anyMatch(field -> count(query, field, article) > 0);
        };
    }

    /** How often what is asked for occurs, by the weights of the fields; 0 for what does not rank. */
    float score(ArticleQuery query, Article article) {
        return switch (query) {
            case All all -> sum(all.parts(), article);
            case Any any -> sum(any.parts(), article);
            case AtLeast some -> sum(some.parts(), article);
            case WithSynonyms either -> score(either.asked(), article) + 0.8f * sum(either.others(), article);
            case Respelt respelt -> score(new Word(respelt.text(), true), article);
            case InField in -> count(in.part(), in.field(), article);
            case Everything everything -> 0;
            case Not not -> 0;
            case NumberIn in -> 0;
            case DateIn in -> 0;
            case Published published -> 0;
            default -> ArticleField.weighted().mapToLong(field -> field.weight() * count(query, field, article)).sum();
        };
    }

    private float sum(List<ArticleQuery> parts, Article article) {
        float sum = 0;
        for (ArticleQuery part : parts) {
            sum += score(part, article);
        }
        return sum;
    }

    private long count(ArticleQuery query, ArticleField field, Article article) {
        return field.strings(article).stream().mapToLong(value -> occurrences(query, field, value).size()).sum();
    }

    /** The words of one value of a field that match a query of words; for a phrase all that belong to it. */
    List<List<Token>> occurrences(ArticleQuery query, ArticleField field, String value) {
        return switch (query) {
            case Word word -> field.text() == ArticleField.Text.STEMMED
                    ? runs(text.stemmed(word.text()), text.stemmed(value), String::equals)
                    : runs(text.exact(word.text()), text.exact(value), String::equals);
            case Phrase phrase -> phrase.slop() == 0
                    ? runs(text.exact(phrase.text()), text.exact(value), String::equals)
                    : NaiveSlop.near(text.exact(phrase.text()), text.exact(value), phrase.slop());
            case Prefix prefix ->
                runs(text.exact(prefix.text()), text.exact(value), (asked, found) -> found.startsWith(asked));
            case Fuzzy fuzzy -> text.exact(value)
                    .stream()
                    .filter(found -> NaiveEdits.distance(text.folded(fuzzy.text()), found.term()) <= fuzzy.edits())
                    .map(List::of)
                    .toList();
            default -> throw new IllegalArgumentException(query + " does not ask for words");
        };
    }

    /**
     * Where the words asked for stand next to each other and in order.
     *
     * @param last how the last of them is compared, (asked, found); those before it must be equal
     */
    private static List<List<Token>> runs(List<Token> asked, List<Token> tokens, BiPredicate<String, String> last) {
        List<List<Token>> runs = new ArrayList<>();
        for (int start = 0; !asked.isEmpty() && start + asked.size() <= tokens.size(); start++) {
            List<Token> run = tokens.subList(start, start + asked.size());
            boolean matches = last.test(asked.getLast().term(), run.getLast().term());
            for (int i = 0; i < asked.size() - 1; i++) {
                matches &= asked.get(i).term().equals(run.get(i).term());
            }
            if (matches) {
                runs.add(run);
            }
        }
        return runs;
    }
}
