package org.broadsheet.cli;

import java.io.IOException;
import java.io.OutputStream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.broadsheet.search.IndexState;
import org.broadsheet.web.SafeJson;

/** What an index holds, as JSON. */
final class InfoJson {

    private InfoJson() {}

    /**
     * Writes one object and leaves the stream open.
     *
     * @param queries null where no server was asked
     */
    static void write(IndexState state, ServerQueries queries, OutputStream out) throws IOException {
        try (JsonGenerator json = SafeJson.FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("articles", state.articles());
            json.writeNumberField("commit", state.number());
            json.writeStringField("id", state.id());
            json.writeStringField("builtAt", state.builtAt().toString());
            json.writeStringField("newest", state.newest() == null ? null : state.newest().toString());
            json.writeNumberField("rejected", state.rejected());
            json.writeArrayFieldStart("sources");
            for (IndexState.SourceState source : state.sources()) {
                json.writeStartObject();
                json.writeStringField("name", source.name());
                json.writeStringField("location", source.location());
                json.writeNumberField("articles", source.articles());
                json.writeEndObject();
            }
            json.writeEndArray();
            if (queries != null) {
                json.writeFieldName("queries");
                new ObjectMapper().writeTree(json, queries.answer());
            }
            json.writeEndObject();
        }
    }
}
