package org.broadsheet.lucene;

import java.io.IOException;

import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.FilterLeafReader.FilterTerms;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOBooleanSupplier;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/** The terms of a field, of which those that were looked for last are found without the dictionary. */
final class KnownTerms extends FilterTerms {

    private final String field;
    private final TermPlaces places;

    KnownTerms(String field, Terms dictionary, TermPlaces places) {
        super(dictionary);
        this.field = field;
        this.places = places;
    }

    @Override
    public TermsEnum iterator() {
        return new Walk();
    }

    @Override
    public TermsEnum intersect(CompiledAutomaton wanted, BytesRef after) throws IOException {
        return in.intersect(wanted, after);
    }

    @Override
    public BytesRef getMin() throws IOException {
        return in.getMin();
    }

    @Override
    public BytesRef getMax() throws IOException {
        return in.getMax();
    }

    /** Opens the dictionary when it is first needed, and moves it when it has to be where this is. */
    private final class Walk extends BaseTermsEnum {

        private TermsEnum opened;
        private TermPlaces.Place known; // where this is; null if the dictionary is there

        private TermsEnum dictionary() throws IOException {
            if (opened == null) {
                opened = in.iterator();
            }
            return opened;
        }

        /** The dictionary, where this is; what comes next it does not know there. */
        private TermsEnum there() throws IOException {
            if (known != null) {
                dictionary().seekExact(known.term(), known.state());
            }
            return dictionary();
        }

        @Override
        public boolean seekExact(BytesRef term) throws IOException {
            TermPlaces.Place place = places.of(field, term);
            return moveTo(place != null ? place : looked(term, dictionary().seekExact(term)));
        }

        @Override
        public IOBooleanSupplier prepareSeekExact(BytesRef term) throws IOException {
            TermPlaces.Place place = places.of(field, term);
            if (place != null) {
                return () -> moveTo(place);
            }
            IOBooleanSupplier found = dictionary().prepareSeekExact(term);
            return found == null ? null : () -> moveTo(looked(term, found.get()));
        }

        /** Whether there is such a term; if not, this is nowhere, as any walk after a search in vain. */
        private boolean moveTo(TermPlaces.Place place) {
            known = place.isNowhere() ? null : place;
            return known != null;
        }

        private TermPlaces.Place looked(BytesRef term, boolean found) throws IOException {
            TermPlaces.Place place = found
                    ? new TermPlaces.Place(field, BytesRef.deepCopyOf(term), opened.termState(), opened.docFreq(),
                            opened.totalTermFreq())
                    : new TermPlaces.Place(field, BytesRef.deepCopyOf(term), null, 0, 0);
            places.keep(place);
            return place;
        }

        @Override
        public BytesRef term() throws IOException {
            return known != null ? known.term() : dictionary().term();
        }

        @Override
        public int docFreq() throws IOException {
            return known != null ? known.docFreq() : dictionary().docFreq();
        }

        @Override
        public long totalTermFreq() throws IOException {
            return known != null ? known.totalTermFreq() : dictionary().totalTermFreq();
        }

        @Override
        public TermState termState() throws IOException {
            return known != null ? known.state() : dictionary().termState();
        }

        @Override
        public PostingsEnum postings(PostingsEnum reuse, int flags) throws IOException {
            return there().postings(reuse, flags);
        }

        @Override
        public ImpactsEnum impacts(int flags) throws IOException {
            return there().impacts(flags);
        }

        @Override
        public BytesRef next() throws IOException {
            if (known != null) {
                dictionary().seekExact(known.term());
                known = null;
            }
            return dictionary().next();
        }

        @Override
        public SeekStatus seekCeil(BytesRef term) throws IOException {
            known = null;
            return dictionary().seekCeil(term);
        }

        @Override
        public void seekExact(long ord) throws IOException {
            known = null;
            dictionary().seekExact(ord);
        }

        @Override
        public void seekExact(BytesRef term, TermState state) throws IOException {
            known = null;
            dictionary().seekExact(term, state);
        }

        @Override
        public long ord() throws IOException {
            return there().ord();
        }
    }
}
