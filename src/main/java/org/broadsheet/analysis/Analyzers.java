package org.broadsheet.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.broadsheet.field.Analysis;
import org.broadsheet.field.Analysis.Component;

/** Which terms a text has, in its exact form and by stems. Built from the declared {@link Analysis}. */
public final class Analyzers {

    /** Positions between two values of one field, so that no phrase matches across them. */
    private static final int GAP = 100;

    private final Signs signs;
    private final Analyzer exact;
    private final Analyzer exactWithoutSigns;
    private final Analyzer stemmed;
    private final TokenFilterFactory stem;

    public Analyzers(Analysis analysis) {
        try {
            signs = new Signs(analysis);
            exact = build(analysis.characters(), analysis.tokenizer(), analysis.exact());
            exactWithoutSigns = build(List.of(), analysis.tokenizer(), analysis.exact());
            stemmed = build(analysis.characters(), analysis.tokenizer(), analysis.stemmed());
            stem = TokenFilterFactory.forName(analysis.stem().name(), settings(analysis.stem()));
        } catch (IOException e) {
            throw new UncheckedIOException("the analysis needs no files", e);
        }
    }

    public Analyzer exact() {
        return exact;
    }

    /** For those who want an analyzer; {@link #stemmedTokens} is cheaper. */
    public Analyzer stemmed() {
        return stemmed;
    }

    /** The terms of a text in their exact form, in order. */
    public List<PlacedTerm> exactTokens(String text) {
        return tokens(exactStream(text));
    }

    /** The terms of a text by their stems, in order. */
    public List<PlacedTerm> stemmedTokens(String text) {
        return tokens(stemsOf(exactStream(text)));
    }

    /** The terms of a text in their exact form, as a stream that this thread has to close before it asks for another. */
    public TokenStream exactStream(String text) {
        return (signs.areIn(text) ? exact : exactWithoutSigns).tokenStream("", text);
    }

    /** The stems of what a stream holds in its exact form. */
    public TokenStream stemsOf(TokenStream exactForm) {
        return stem.create(exactForm);
    }

    /** The stems of terms in their exact form: the same as {@link #stemmedTokens} of their text, at a lower cost. */
    public List<PlacedTerm> stemsOf(List<PlacedTerm> exactTokens) {
        return tokens(stemsOf(new TokenReplay(exactTokens)));
    }

    /** A part of a word, such as {@code Edmon} of a prefix query, in the form in which terms begin. */
    public String normalized(String text) {
        return exact.normalize("", text).utf8ToString();
    }

    private static List<PlacedTerm> tokens(TokenStream stream) {
        try (stream) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = stream.getAttribute(PositionIncrementAttribute.class);
            OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
            List<PlacedTerm> tokens = new ArrayList<>();
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new PlacedTerm(term.toString(), increment.getPositionIncrement(), offset.startOffset(),
                        offset.endOffset()));
            }
            stream.end();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private static Analyzer build(List<Component> characters, Component tokenizer, List<Component> filters)
            throws IOException {
        CustomAnalyzer.Builder builder = CustomAnalyzer.builder().withPositionIncrementGap(GAP);
        for (Component component : characters) {
            builder.addCharFilter(component.name(), settings(component));
        }
        builder.withTokenizer(tokenizer.name(), settings(tokenizer));
        for (Component component : filters) {
            builder.addTokenFilter(component.name(), settings(component));
        }
        return builder.build();
    }

    /** Factories take what they know out of the map that they are given. */
    private static Map<String, String> settings(Component component) {
        return new TreeMap<>(component.settings());
    }
}
