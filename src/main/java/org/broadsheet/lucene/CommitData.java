package org.broadsheet.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.broadsheet.field.Analysis;
import org.broadsheet.field.Declaration;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.IndexState;

/** What a commit says of itself, as Lucene keeps it: texts under names. */
final class CommitData {

    /** Raised whenever what is written for an article changes in a way that its declaration does not show. */
    private static final String FORMAT = "4";

    private static final String FORMAT_KEY = "broadsheet.format";
    private static final String FIELDS_KEY = "broadsheet.fields";
    private static final String LANGUAGE_KEY = "broadsheet.language";
    private static final String STATE_KEY = "broadsheet.state";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private CommitData() {}

    static Map<String, String> encode(IndexState state, Analysis analysis) {
        try {
            return Map.of(FORMAT_KEY, FORMAT, FIELDS_KEY, Declaration.fingerprint(analysis), LANGUAGE_KEY,
                    analysis.language(),
                    STATE_KEY, JSON.writeValueAsString(state));
        } catch (IOException e) {
            throw new UncheckedIOException("a record of texts and numbers can be written as JSON", e);
        }
    }

    /** The language that a commit's texts were analysed in; empty if it does not say. */
    static Optional<String> language(Map<String, String> data) {
        return Optional.ofNullable(data.get(LANGUAGE_KEY));
    }

    /**
     * The state that a commit was made with.
     *
     * @throws EngineException if it is of another format, or its fields were declared in another way
     */
    static IndexState read(Map<String, String> data, Analysis analysis, IndexTroubles troubles) {
        if (data.isEmpty()) {
            throw troubles.damaged(null); // a rebuild of a damaged index that did not come to its end
        }
        if (!FORMAT.equals(data.get(FORMAT_KEY)) || !Declaration.fingerprint(analysis).equals(data.get(FIELDS_KEY))) {
            throw troubles.foreign(null);
        }
        try {
            return JSON.readValue(data.get(STATE_KEY), IndexState.class);
        } catch (IOException e) {
            throw troubles.damaged(e);
        }
    }
}
