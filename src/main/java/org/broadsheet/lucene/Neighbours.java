package org.broadsheet.lucene;

import java.util.List;
import java.util.function.Function;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Which stems stand next to each other in a text, as far as some bits of their hashes tell: each pair is indexed as one
 * of {@link #NUMBERS} terms, as often as it is there ({@link PairTokens}). A term finds every text with its pair, and
 * hardly another one. So neighbours are ranked without their positions, which are read for the best articles alone
 * ({@link Guesses}).
 */
final class Neighbours {

    /** A text of 50 words seems to have a given pair by mistake in one of 1,300 cases. */
    private static final int NUMBERS = 1 << 16;
    /** Any: it only must be the same for indexing and searching. */
    private static final int SEED = 17;

    private Neighbours() {}

    /** What a pair of stems is indexed as, by their hashes. */
    static BytesRef term(int firstHash, int secondHash) {
        BytesRef term = new BytesRef(new byte[2]);
        write(firstHash, secondHash, term);
        return term;
    }

    /** The same, into a term of two bytes. */
    static void write(int firstHash, int secondHash, BytesRef term) {
        int mixed = (firstHash * 31 + secondHash) * 0x9E3779B1; // 2^32 by the golden ratio: spreads over the upper bits
        int number = mixed >>> Integer.SIZE - Integer.numberOfTrailingZeros(NUMBERS);
        term.bytes[0] = (byte) (number >> Byte.SIZE);
        term.bytes[1] = (byte) number;
        term.length = 2;
    }

    static int hash(BytesRef stem) {
        return StringHelper.murmurhash3_x86_32(stem, SEED);
    }

    /**
     * What takes the phrases of a query for neighbours as soon as their terms say so: it matches and scores the same,
     * and in rare cases more.
     */
    static Query likely(Query query) {
        return pairs(query, LikelyPair::new);
    }

    /** What matches and scores just what a query does, and reads the positions of its phrases only where their terms are. */
    static Query checked(Query query) {
        return pairs(query, CheckedPair::new);
    }

    private static Query pairs(Query query, Function<PhraseQuery, Query> ofPair) {
        return switch (query) {
            case BoostQuery boosted -> new BoostQuery(pairs(boosted.getQuery(), ofPair), boosted.getBoost());
            case DisjunctionMaxQuery best -> new DisjunctionMaxQuery(
                    best.getDisjuncts().stream().map(each -> pairs(each, ofPair)).toList(),
                    best.getTieBreakerMultiplier());
            case PhraseQuery phrase when LikelyPair.is(phrase) -> ofPair.apply(phrase);
            default -> query;
        };
    }

    /** What finds every article that a query finds, and few others, without positions; it does not score. */
    static Query candidates(Query query) {
        return switch (query) {
            case BoostQuery boosted -> candidates(boosted.getQuery());
            case DisjunctionMaxQuery best -> any(best.getDisjuncts().stream().map(Neighbours::candidates).toList());
            case PhraseQuery phrase -> pairs(phrase);
            default -> query;
        };
    }

    private static Query any(List<Query> queries) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    private static Query pairs(PhraseQuery phrase) {
        Term[] stems = phrase.getTerms();
        int[] positions = phrase.getPositions();
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 1; i < stems.length; i++) {
            Query found = positions[i] == positions[i - 1] + 1
                    ? new TermQuery(pair(stems[i - 1], stems[i]))
                    : new TermQuery(stems[i]);
            all.add(found, Occur.FILTER);
        }
        return all.build();
    }

    /** What two stems of a field that are neighbours are indexed as. */
    static Term pair(Term first, Term second) {
        return new Term(IndexFields.pairs(first.field()), term(hash(first.bytes()), hash(second.bytes())));
    }
}
