package org.broadsheet.lucene;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.broadsheet.article.Article;
import org.broadsheet.article.Provider;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.IndexedArticle;

/** An article as a program has it that knows its data: nothing to repair, nothing to guess. */
record BareArticle(Article article, FileStamp stamp) {

    static BareArticle of(String path, JsonNode json) {
        List<String> topics = new ArrayList<>();
        json.path("topics").forEach(topic -> topics.add(topic.asText()));
        JsonNode provider = json.path("provider");
        Article article = new Article(Article.idOf(path), path, json.path("title").asText(), text(json, "excerpt"),
                null,
                provider.isMissingNode() ? null : new Provider(text(provider, "name"), text(provider, "domain")),
                topics,
                text(json, "type"), text(json, "category"), Instant.parse(json.path("publishedDateTime").asText()),
                json.has("quality") ? json.get("quality").asInt() : null,
                json.has("heat") ? json.get("heat").asInt() : null,
                json.has("published") ? json.get("published").asBoolean() : null, text(json, "webUrl"), null,
                List.of());
        return new BareArticle(article, new FileStamp(500, 1_700_000_000_000L, "0123456789abcdef0123456789abcdef"));
    }

    IndexedArticle indexed() {
        return new IndexedArticle(article, stamp);
    }

    private static String text(JsonNode json, String key) {
        return json.hasNonNull(key) && !json.get(key).asText().isEmpty() ? json.get(key).asText() : null;
    }
}
