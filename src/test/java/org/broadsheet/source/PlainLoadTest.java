package org.broadsheet.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.broadsheet.article.Article;
import org.broadsheet.article.Related;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/** Real files, field by field, against what a plain load of the same YAML gives. */
class PlainLoadTest {

    @Test
    void reading_seeds() {
        Corpus.seeds().forEach(PlainLoadTest::assertSame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"diablo4.tar.xz", "powerapps.tar.xz"})
    void reading_archives(String archive) {
        Corpus.archive(archive).forEach(PlainLoadTest::assertSame);
    }

    private static void assertSame(SourceFile file) {
        Article article = Reads.accepted(new ArticleReader().read(file));
        Map<?, ?> loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(Corpus.frontMatter(file));
        assertThat(article.path()).isEqualTo(file.path());
        assertThat(article.title()).isEqualTo(text(loaded, "title"));
        assertThat(article.excerpt()).isEqualTo(text(loaded, "excerpt"));
        assertThat(article.body()).isNull();
        assertThat(article.type()).isEqualTo(text(loaded, "type"));
        assertThat(article.category()).isEqualTo(text(loaded, "category"));
        assertThat(article.quality()).isEqualTo(loaded.get("quality"));
        assertThat(article.heat()).isEqualTo(loaded.get("heat"));
        assertThat(article.published()).isEqualTo(loaded.get("published"));
        assertThat(article.publishedDateTime()).isEqualTo(instant(loaded));
        assertThat(article.webUrl())
                .isEqualTo(loaded.get("webUrl") != null ? loaded.get("webUrl") : loaded.get("originalUrl"));
        Map<?, ?> provider = map(loaded.get("provider"));
        assertThat(article.provider().name()).isEqualTo(text(provider, "name"));
        assertThat(article.provider().domain()).isEqualTo(text(provider, "domain"));
        assertThat(article.topics()).isEqualTo(list(loaded.get("topics")).stream()
                .filter(Objects::nonNull)
                .map(topic -> TextRepair.repair(topic.toString()))
                .distinct()
                .toList());
        assertImage(article, list(loaded.get("images")));
        assertThat(article.related()).hasSameSizeAs(list(loaded.get("related")));
        for (int i = 0; i < article.related().size(); i++) {
            assertRelated(article.related().get(i), map(list(loaded.get("related")).get(i)));
        }
    }

    private static void assertImage(Article article, List<?> images) {
        if (images.isEmpty()) {
            assertThat(article.image()).isNull();
        } else {
            Map<?, ?> first = map(images.getFirst());
            assertThat(article.image().url()).isEqualTo(first.get("url"));
            assertThat(article.image().width()).isEqualTo(first.get("width"));
            assertThat(article.image().height()).isEqualTo(first.get("height"));
        }
    }

    private static void assertRelated(Related related, Map<?, ?> loaded) {
        assertThat(related.title()).isEqualTo(text(loaded, "title"));
        assertThat(related.webUrl()).isEqualTo(text(loaded, "webUrl"));
        assertThat(related.publishedDateTime()).isEqualTo(instant(loaded));
        assertThat(related.provider().name()).isEqualTo(text(map(loaded.get("provider")), "name"));
        assertThat(related.provider().domain()).isEqualTo(text(map(loaded.get("provider")), "domain"));
    }

    private static String text(Map<?, ?> loaded, String key) {
        String text = loaded.get(key) == null ? "" : TextRepair.repair(loaded.get(key).toString());
        return text.isEmpty() ? null : text;
    }

    private static Instant instant(Map<?, ?> loaded) {
        return ((Date) loaded.get("publishedDateTime")).toInstant();
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(Object value) {
        return value instanceof Collection<?> list ? new ArrayList<>(list) : List.of();
    }
}
