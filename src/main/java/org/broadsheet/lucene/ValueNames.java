package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.lucene.TermBeginnings.Candidate;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.FacetName;

/** The values of one facet by the beginnings of their words: {@code tech} finds Government Technology. */
final class ValueNames {

    /** A value from one of its words on, in the form in which it is looked up. */
    private record Place(String text, int value, boolean first) {}

    private final List<Candidate> values = new ArrayList<>();
    private final Place[] places; // sorted by their text

    ValueNames(Snapshot snapshot, FacetName facet, Analyzers analyzers) throws IOException {
        List<Place> found = new ArrayList<>();
        FacetValues all = snapshot.values(facet);
        for (int ordinal = 0; ordinal < all.size(); ordinal++) {
            String value = all.name(ordinal);
            String text = analyzers.normalized(value);
            for (int at = 0; at >= 0; at = text.indexOf(' ', at + 1)) {
                found.add(new Place(at == 0 ? text : text.substring(at + 1), values.size(), at == 0));
            }
            values.add(new Candidate(value, all.documents(ordinal)));
        }
        places = found.toArray(Place[]::new);
        Arrays.sort(places, Comparator.comparing(Place::text));
    }

    /**
     * Most frequent first: those that begin so, then those of which a word does; if there are none of either, those that
     * would begin so but for one typo.
     *
     * @param typed normalized
     */
    List<String> beginningWith(String typed, int size, Deadline deadline) {
        List<Candidate> whole = new ArrayList<>();
        List<Candidate> within = new ArrayList<>();
        for (int i = firstAtOrAfter(typed); i < places.length && places[i].text().startsWith(typed); i++) {
            deadline.check();
            (places[i].first() ? whole : within).add(values.get(places[i].value()));
        }
        if (whole.isEmpty() && within.isEmpty() && TermBeginnings.allowsTypo(typed)) {
            whole = withTypo(typed, deadline);
        }
        whole.sort(Candidate.MOST_FREQUENT);
        within.sort(Candidate.MOST_FREQUENT);
        Set<String> found = new LinkedHashSet<>();
        whole.forEach(value -> found.add(value.text()));
        within.forEach(value -> found.add(value.text()));
        return found.stream().limit(size).toList();
    }

    private List<Candidate> withTypo(String typed, Deadline deadline) {
        CharacterRunAutomaton automaton = new CharacterRunAutomaton(TermBeginnings.oneTypo(typed));
        String letter = typed.substring(0, typed.offsetByCodePoints(0, 1));
        List<Candidate> found = new ArrayList<>();
        for (int i = firstAtOrAfter(letter); i < places.length && places[i].text().startsWith(letter); i++) {
            deadline.check();
            if (places[i].first() && automaton.run(places[i].text())) {
                found.add(values.get(places[i].value()));
            }
        }
        return found;
    }

    private int firstAtOrAfter(String text) {
        int low = 0;
        int high = places.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[middle].text().compareTo(text) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
