package org.broadsheet.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.broadsheet.article.Image;
import org.broadsheet.article.Provider;
import org.broadsheet.article.Related;

/** What is only shown beside an article. Whatever is wrong with it is left out: no article is lost for its picture. */
final class ShownValues {

    private static final List<String> IMAGES = List.of("images", "image");

    private ShownValues() {}

    /** The first image, or null where it has no address that can be shown. */
    static Image image(Value.Mapping article) {
        for (Value value : article.all(IMAGES)) {
            Value first = value instanceof Value.Items items && !items.values().isEmpty()
                    ? items.values().getFirst()
                    : value;
            return switch (first) {
                case Value.Text text -> image(WebAddress.of(text.text()), null, null);
                case Value.Mapping mapping ->
                    image(WebAddress.of(text(mapping, "url")), pixels(mapping, "width"), pixels(mapping, "height"));
                case Value.Items nested -> null;
            };
        }
        return null;
    }

    private static Image image(String url, Integer width, Integer height) {
        return url == null ? null : new Image(url, width, height);
    }

    private static Integer pixels(Value.Mapping image, String key) {
        Integer number = Numbers.whole(text(image, key).strip());
        return number == null || number <= 0 ? null : number;
    }

    /** The related articles that have a title. */
    static List<Related> related(Value.Mapping article) {
        if (!(article.get("related") instanceof Value.Items items)) {
            return List.of();
        }
        List<Related> related = new ArrayList<>(items.values().size());
        for (Value item : items.values()) {
            if (item instanceof Value.Mapping mapping) {
                String title = TextRepair.repair(text(mapping, "title"));
                if (!title.isEmpty()) {
                    related.add(new Related(title, webUrl(mapping), provider(mapping.get("provider")), date(mapping)));
                }
            }
        }
        return related;
    }

    private static String webUrl(Value.Mapping related) {
        for (Value value : related.all(ArticleValues.WEB_URL)) {
            String address = value instanceof Value.Text text ? WebAddress.of(text.text()) : null;
            if (address != null) {
                return address;
            }
        }
        return null;
    }

    private static Provider provider(Value value) {
        return switch (value) {
            case Value.Text text -> provider(TextRepair.repair(text.text()), "");
            case Value.Mapping mapping -> provider(TextRepair.repair(text(mapping, "name")),
                    TextRepair.repair(text(mapping, "domain")));
            case null, default -> null;
        };
    }

    /** A provider of a name, a domain or both; null where both are empty. */
    static Provider provider(String name, String domain) {
        if (name.isEmpty() && domain.isEmpty()) {
            return null;
        }
        return new Provider(name.isEmpty() ? domain : name, domain.isEmpty() ? null : domain);
    }

    private static Instant date(Value.Mapping related) {
        try {
            for (Value value : related.all(ArticleValues.DATE)) {
                return value instanceof Value.Text text ? Dates.parse(text.text()) : null;
            }
            return null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The text of a key; empty where it is missing, null or no text. */
    private static String text(Value.Mapping mapping, String key) {
        return mapping.get(key) instanceof Value.Text text ? text.text() : "";
    }
}
