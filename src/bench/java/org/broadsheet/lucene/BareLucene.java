package org.broadsheet.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.broadsheet.article.Article;

/**
 * The same Lucene fields written without Broadsheet: analyzers put together by hand, of which each field has its own; the
 * sums made by running them once more; texts given to Lucene as they are. No sign is replaced.
 */
record BareLucene(List<BareArticle> articles, int threads) {

    private static final int GAP = 100;
    private static final int PAIRS = 1 << 12;

    void index(Path index) throws IOException, InterruptedException {
        Analyzer exact = new Words(false);
        Analyzer stems = new Words(true);
        Map<String, Analyzer> stemmed = new HashMap<>();
        for (String field : List.of("title", "excerpt", "provider", "domain", "topic")) {
            stemmed.put(field + ".stem", stems);
        }
        IndexWriterConfig config = new IndexWriterConfig(new PerFieldAnalyzerWrapper(exact, stemmed))
                .setRAMBufferSizeMB(LuceneEngine.Settings.of(index).writeBufferMegabytes());
        try (FSDirectory directory = FSDirectory.open(index); IndexWriter writer = new IndexWriter(directory, config)) {
            IndexingBench.spread(articles, threads,
                    () -> article -> writer.addDocument(document(article, exact, stems)));
            writer.forceMerge(1);
            writer.commit();
        }
    }

    private static Document document(BareArticle bare, Analyzer exact, Analyzer stems) throws IOException {
        Article article = bare.article();
        Document document = new Document();
        document.add(new StringField("id", article.id(), Store.NO));
        document.add(new NumericDocValuesField("id.order", HexFormat.fromHexDigitsToLong(article.id(), 0, 16)));
        document.add(new StringField("source", "made", Store.NO));
        document.add(new BinaryDocValuesField("path.stored", new BytesRef(article.path())));
        document.add(new BinaryDocValuesField("stamp", StoredArticles.encode(bare.stamp())));
        document.add(new StoredField("article", StoredArticles.summary(article)));
        document.add(new StringField("title.whole", article.title(), Store.NO));
        Sums sums = new Sums(exact);
        Sums stemSums = new Sums(stems);
        text(document, "title", article.title(), IndexFields.WITH_OFFSETS, 3, sums, stemSums);
        text(document, "excerpt", article.excerpt(), IndexFields.WITH_OFFSETS, 1, sums, stemSums);
        text(document, "provider", article.provider().name(), IndexFields.WITH_POSITIONS, 1, sums, stemSums);
        text(document, "domain", article.provider().domain(), IndexFields.WITH_POSITIONS, 1, sums, stemSums);
        for (String topic : article.topics()) {
            text(document, "topic", topic, IndexFields.WITH_POSITIONS, 1, sums, stemSums);
            keyword(document, "topic.value", topic);
        }
        keyword(document, "provider.value", article.provider().name());
        keyword(document, "type.value", article.type());
        keyword(document, "category.value", article.category());
        document.add(new Field("type", article.type(), IndexFields.UNRANKED));
        document.add(new Field("category", article.category(), IndexFields.UNRANKED));
        document.add(new Field("path", article.path(), IndexFields.UNRANKED));
        document.add(new StringField("webUrl.value", article.webUrl(), Store.NO));
        document.add(new StringField("published.value", String.valueOf(article.published()), Store.NO));
        document.add(new LongField("date.value", article.publishedDateTime().toEpochMilli(), Store.NO));
        document.add(new LongField("quality.value", article.quality(), Store.NO));
        document.add(new LongField("heat.value", article.heat(), Store.NO));
        document.add(new Field("neighbours", new Numbers(stemSums.pairs), IndexFields.UNPLACED));
        document.add(new Field("words", sums, IndexFields.SUMMED));
        document.add(new Field("words.stem", stemSums, IndexFields.SUMMED));
        return document;
    }

    private static void text(Document document, String name, String text, FieldType type, int weight, Sums sums,
            Sums stemSums) throws IOException {
        if (text != null) {
            document.add(new Field(name, text, type));
            document.add(new Field(name + ".stem", text, type));
            sums.add(text, weight);
            stemSums.add(text, weight);
        }
    }

    private static void keyword(Document document, String name, String value) {
        if (value != null) {
            document.add(new StringField(name, value, Store.NO));
            document.add(new SortedSetDocValuesField(name, new BytesRef(value)));
        }
    }

    /** Standard tokens in lower case without accents and {@code 's}, if asked for by their stems. */
    private static final class Words extends Analyzer {

        private final boolean stems;

        Words(boolean stems) {
            this.stems = stems;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer tokenizer = new StandardTokenizer();
            TokenStream words = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer)));
            return new TokenStreamComponents(tokenizer, stems ? new PorterStemFilter(words) : words);
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP;
        }
    }

    /** The numbers of neighbouring words. */
    private static final class Numbers extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final BitSet numbers;
        private int next;

        Numbers(BitSet numbers) {
            this.numbers = numbers;
        }

        @Override
        public void reset() {
            next = 0;
        }

        @Override
        public boolean incrementToken() {
            int number = numbers.nextSetBit(next);
            if (number < 0) {
                return false;
            }
            clearAttributes();
            term.append((char) (number + 1));
            next = number + 1;
            return true;
        }
    }

    /** Weighted sums of frequencies, and pairs of neighbours. */
    private static final class Sums extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
        private final Map<String, Integer> sums = new LinkedHashMap<>();
        private final BitSet pairs = new BitSet();
        private final Analyzer analyzer;
        private Iterator<Map.Entry<String, Integer>> rest;

        Sums(Analyzer analyzer) {
            this.analyzer = analyzer;
        }

        void add(String text, int weight) throws IOException {
            try (TokenStream stream = analyzer.tokenStream("", text)) {
                CharTermAttribute word = stream.getAttribute(CharTermAttribute.class);
                stream.reset();
                int before = 0;
                while (stream.incrementToken()) {
                    String form = word.toString();
                    sums.merge(form, weight, Integer::sum);
                    pairs.set(31 * before + form.hashCode() & PAIRS - 1);
                    before = form.hashCode();
                }
                stream.end();
            }
        }

        @Override
        public void reset() {
            rest = sums.entrySet().iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!rest.hasNext()) {
                return false;
            }
            clearAttributes();
            Map.Entry<String, Integer> next = rest.next();
            term.append(next.getKey());
            frequency.setTermFrequency(next.getValue());
            return true;
        }
    }
}
