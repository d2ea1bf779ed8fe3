package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOBooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Terms that are known are walked as those of the dictionary are, which is the oracle. */
class KnownTermsTest {

    private static final int WORDS = 3_000;

    private Directory directory;
    private DirectoryReader reader;
    private Terms dictionary;

    @BeforeEach
    void index() throws IOException {
        directory = new ByteBuffersDirectory();
        Random random = new Random(1);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (int i = 0; i < 500; i++) {
                Document document = new Document();
                document.add(new TextField("text", word(random) + " " + word(random) + " " + word(random),
                        Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        reader = DirectoryReader.open(directory);
        dictionary = reader.leaves().getFirst().reader().terms("text");
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        directory.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyWalk_isThatOfTheDictionary(long seed) throws IOException {
        TermPlaces places = new TermPlaces();
        Random random = new Random(seed);
        for (int walk = 0; walk < 300; walk++) {
            TermsEnum known = new KnownTerms("text", dictionary, places).iterator();
            TermsEnum plain = dictionary.iterator();
            boolean there = false; // both are at a term
            for (int step = 0; step < 8; step++) {
                there = step(random, there, known, plain);
                if (there) {
                    assertThat(known.term()).isEqualTo(plain.term());
                    assertThat(known.docFreq()).isEqualTo(plain.docFreq());
                    assertThat(known.totalTermFreq()).isEqualTo(plain.totalTermFreq());
                }
            }
        }
    }

    /** Whether both are at a term after it. */
    private boolean step(Random random, boolean there, TermsEnum known, TermsEnum plain) throws IOException {
        BytesRef term = new BytesRef(word(random));
        switch (random.nextInt(there ? 7 : 3)) {
            case 0 -> {
                boolean found = plain.seekExact(term);
                assertThat(known.seekExact(term)).isEqualTo(found);
                return found;
            }
            case 1 -> {
                boolean found = plain.seekExact(term);
                IOBooleanSupplier prepared = known.prepareSeekExact(term);
                assertThat(prepared != null && prepared.get()).isEqualTo(found);
                return found;
            }
            case 2 -> {
                SeekStatus status = plain.seekCeil(term);
                assertThat(known.seekCeil(term)).isEqualTo(status);
                return status != SeekStatus.END;
            }
            case 3 -> {
                BytesRef next = plain.next();
                assertThat(known.next()).isEqualTo(next);
                return next != null;
            }
            case 4 -> assertThat(documents(known)).isEqualTo(documents(plain));
            case 5 -> {
                BytesRef here = BytesRef.deepCopyOf(known.term());
                known.seekExact(here, known.termState());
                assertThat(documents(known)).isEqualTo(documents(plain));
                return false; // a state alone does not tell what comes next
            }
            default -> assertThat(known.impacts(PostingsEnum.FREQS).getImpacts().numLevels())
                    .isEqualTo(plain.impacts(PostingsEnum.FREQS).getImpacts().numLevels());
        }
        return there;
    }

    @Test
    void whatIsKnown_isFoundWithoutTheDictionary_andWhatIsNowhereToo() throws IOException {
        TermPlaces places = new TermPlaces();
        TermsEnum first = dictionary.iterator();
        BytesRef term = BytesRef.deepCopyOf(first.next());
        BytesRef nowhere = new BytesRef("nowhere");
        assertThat(places.of("text", term)).isNull();

        TermsEnum walk = new KnownTerms("text", dictionary, places).iterator();
        assertThat(walk.seekExact(term)).isTrue();
        assertThat(walk.seekExact(nowhere)).isFalse();

        assertThat(places.of("text", term).docFreq()).isEqualTo(first.docFreq());
        assertThat(places.of("text", nowhere).isNowhere()).isTrue();
        assertThat(places.of("title", term)).isNull();
    }

    private static List<Integer> documents(TermsEnum terms) throws IOException {
        List<Integer> documents = new ArrayList<>();
        PostingsEnum postings = terms.postings(null, PostingsEnum.NONE);
        while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
            documents.add(postings.docID());
        }
        return documents;
    }

    private static String word(Random random) {
        return Integer.toString(random.nextInt(WORDS), Character.MAX_RADIX);
    }
}
