package org.broadsheet.web;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** The rules of JSON Feed 1.1 (jsonfeed.org), as a strict reader would keep to them. */
final class JsonFeedCheck {

    private static final Predicate<JsonNode> TEXT = JsonNode::isTextual;
    private static final Predicate<JsonNode> FLAG = JsonNode::isBoolean;
    private static final Predicate<JsonNode> URL = TEXT.and(node -> {
        URI uri = URI.create(node.asText());
        return uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme());
    });
    /** RFC 3339, years of four digits. */
    private static final Predicate<JsonNode> DATE = TEXT.and(node -> {
        OffsetDateTime.parse(node.asText());
        return node.asText().matches("\\d{4}-.*");
    });
    private static final Predicate<JsonNode> TEXTS = listOf(TEXT);
    private static final Predicate<JsonNode> AUTHORS = listOf(author -> author.isObject() && !author.isEmpty()
            && violations(author, Map.of("name", TEXT, "url", URL, "avatar", URL), Set.of()).isEmpty());
    private static final Predicate<JsonNode> ATTACHMENTS = listOf(
            attachment -> violations(attachment, Map.of("url", URL, "mime_type", TEXT, "title", TEXT, "size_in_bytes",
                    JsonNode::isNumber, "duration_in_seconds", JsonNode::isNumber), Set.of("url", "mime_type"))
                    .isEmpty());
    private static final Map<String, Predicate<JsonNode>> OF_FEED = Map.ofEntries(
            Map.entry("version", version -> version.asText().equals("https://jsonfeed.org/version/1.1")),
            Map.entry("title", TEXT), Map.entry("home_page_url", URL), Map.entry("feed_url", URL),
            Map.entry("description", TEXT), Map.entry("user_comment", TEXT), Map.entry("next_url", URL),
            Map.entry("icon", URL), Map.entry("favicon", URL), Map.entry("authors", AUTHORS),
            Map.entry("language", TEXT), Map.entry("expired", FLAG), Map.entry("hubs", JsonNode::isArray),
            Map.entry("items", listOf(JsonNode::isObject)));
    private static final Map<String, Predicate<JsonNode>> OF_ITEM = Map.ofEntries(
            Map.entry("id", TEXT.and(id -> !id.asText().isEmpty())), Map.entry("url", URL),
            Map.entry("external_url", URL), Map.entry("title", TEXT), Map.entry("content_html", TEXT),
            Map.entry("content_text", TEXT), Map.entry("summary", TEXT), Map.entry("image", URL),
            Map.entry("banner_image", URL), Map.entry("date_published", DATE), Map.entry("date_modified", DATE),
            Map.entry("authors", AUTHORS), Map.entry("tags", TEXTS), Map.entry("language", TEXT),
            Map.entry("attachments", ATTACHMENTS));

    private JsonFeedCheck() {}

    /** What is wrong with a feed; empty if nothing is. */
    static List<String> violations(JsonNode feed) {
        List<String> violations = violations(feed, OF_FEED, Set.of("version", "title", "items"));
        Set<String> ids = new HashSet<>();
        for (JsonNode item : feed.path("items")) {
            violations.addAll(violations(item, OF_ITEM, Set.of("id")));
            if (!item.has("content_text") && !item.has("content_html")) {
                violations.add("an item without content");
            }
            if (!ids.add(item.path("id").asText())) {
                violations.add("two items of one id");
            }
        }
        return violations;
    }

    private static List<String> violations(JsonNode node, Map<String, Predicate<JsonNode>> members,
            Set<String> required) {
        List<String> violations = new ArrayList<>();
        required.stream().filter(name -> !node.has(name)).forEach(name -> violations.add("no " + name));
        node.properties().forEach(member -> {
            Predicate<JsonNode> rule = members.get(member.getKey());
            if (rule == null ? !member.getKey().startsWith("_") : !holds(rule, member.getValue())) {
                violations.add(member.toString());
            }
        });
        return violations;
    }

    private static boolean holds(Predicate<JsonNode> rule, JsonNode value) {
        try {
            return rule.test(value);
        } catch (RuntimeException e) { // no address, or no date
            return false;
        }
    }

    private static Predicate<JsonNode> listOf(Predicate<JsonNode> rule) {
        return list -> list.isArray() && StreamSupport.stream(list.spliterator(), false).allMatch(rule);
    }
}
