package org.broadsheet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.broadsheet.field.Analysis;

/** Cuts texts into words as {@link Analysis#ENGLISH} declares it. */
final class NaiveText {

    /**
     * A word of a text. Words stand at the positions 0, 1, 2 and so on: no analysis leaves one out.
     *
     * @param start where it begins in the text
     * @param end where it ends, exclusive
     */
    record Token(String term, int start, int end) {}

    private final Analyzer exact = analyzer(Analysis.ENGLISH.exact());
    private final Analyzer stemmed = analyzer(Analysis.ENGLISH.stemmed());
    private final Map<String, List<Token>> exactTokens = new ConcurrentHashMap<>();
    private final Map<String, List<Token>> stemmedTokens = new ConcurrentHashMap<>();

    /** The words as they stand, in lower case and without accents. */
    List<Token> exact(String text) {
        return exactTokens.computeIfAbsent(text, key -> tokens(exact, key));
    }

    /** The same words by their stems. */
    List<Token> stemmed(String text) {
        return stemmedTokens.computeIfAbsent(text, key -> tokens(stemmed, key));
    }

    /** A whole text, blanks and all, in lower case and without accents. */
    String folded(String text) {
        return exact.normalize("", text).utf8ToString();
    }

    private static Analyzer analyzer(List<Analysis.Component> filters) {
        try {
            CustomAnalyzer.Builder builder = CustomAnalyzer.builder();
            for (Analysis.Component component : Analysis.ENGLISH.characters()) {
                builder.addCharFilter(component.name(), new HashMap<>(component.settings()));
            }
            Analysis.Component tokenizer = Analysis.ENGLISH.tokenizer();
            builder.withTokenizer(tokenizer.name(), new HashMap<>(tokenizer.settings()));
            for (Analysis.Component component : filters) {
                builder.addTokenFilter(component.name(), new HashMap<>(component.settings()));
            }
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Token> tokens(Analyzer analyzer, String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }
}
