package org.broadsheet.opensearch;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import org.broadsheet.article.Article;
import org.broadsheet.article.Related;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.FileStamp;
import org.opensearch.client.json.JsonData;

/**
 * Articles as the index keeps them, in parts: what every hit shows is the source of a document, body and related
 * articles are stored beside it, since they are most of the bytes and wanted for few articles at a time.
 */
final class StoredArticles {

    /** All parts but the summary that an article has. */
    static final List<String> DETAILS = List.of(IndexFields.BODY, IndexFields.RELATED);

    /** The source of a document. */
    record Source(Article article) {}

    private static final TypeReference<List<Related>> RELATED = new TypeReference<>() {};

    private StoredArticles() {}

    /** The article without body and related articles. */
    static Article summary(Article article) {
        return with(article, null, List.of());
    }

    /** @param stored parts of the document that are not in its source, by name */
    static Article whole(Article summary, Map<String, JsonData> stored) {
        String related = text(stored, IndexFields.RELATED);
        try {
            return with(summary, text(stored, IndexFields.BODY),
                    related == null ? List.of() : Transports.JSON.readValue(related, RELATED));
        } catch (JsonProcessingException e) {
            throw new EngineException("the index is damaged: build it anew with broadsheet index --rebuild", e);
        }
    }

    /** A part that has one value at most; null if it has none. */
    static String text(Map<String, JsonData> stored, String name) {
        JsonData values = stored.get(name);
        return values == null ? null : values.toJson().asJsonArray().getString(0);
    }

    private static Article with(Article article, String body, List<Related> related) {
        return new Article(article.id(), article.path(), article.title(), article.excerpt(), body, article.provider(),
                article.topics(), article.type(), article.category(), article.publishedDateTime(), article.quality(),
                article.heat(), article.published(), article.webUrl(), article.image(), related);
    }

    static String encode(List<Related> related) {
        try {
            return Transports.JSON.writeValueAsString(related);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts and numbers can be written as JSON", e);
        }
    }

    static String encode(FileStamp stamp) {
        return stamp.size() + " " + stamp.modifiedMillis() + " " + stamp.hash();
    }

    static FileStamp readStamp(String encoded) {
        String[] parts = encoded.split(" ", 3);
        return new FileStamp(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }
}
