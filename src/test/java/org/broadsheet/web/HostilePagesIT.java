package org.broadsheet.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.broadsheet.HostileArchive;
import org.broadsheet.indexing.IndexProgress;
import org.broadsheet.indexing.IndexRun;
import org.broadsheet.indexing.IndexingSettings;
import org.broadsheet.lucene.LuceneEngine;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages over an archive of attacks in a browser that runs scripts: none of an article runs, and nothing is fetched. */
class HostilePagesIT {

    /** Before any script of a page: notes what must not happen. */
    private static final String WITNESS = """
            window.seen = [];
            document.addEventListener('securitypolicyviolation', e => seen.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI));
            for (const name of ['alert', 'confirm', 'prompt', 'open']) {
                window[name] = () => seen.push(name);
            }
            new PerformanceObserver(list => list.getEntries().forEach(e => {
                if (!e.name.startsWith(location.origin) && e.initiatorType !== 'img') {
                    seen.push('fetched: ' + e.name);
                }
            })).observe({type: 'resource', buffered: true});
            """;

    @TempDir
    private Path folder;

    @Test
    void pages_runNothingOfAnArticle() throws Exception {
        LuceneEngine.Settings settings = LuceneEngine.Settings.of(folder.resolve("index"));
        try (ArticleIndexer indexer = LuceneEngine.indexer(settings, ArticleIndexer.Mode.REBUILD)) {
            new IndexRun(indexer, IndexingSettings.DEFAULT, IndexProgress.NONE)
                    .run(Source.all(HostileArchive.write(folder)));
        }
        try (Browser browser = Browser.open(true); Served served = Served.of(LuceneEngine.searcher(settings))) {
            browser.beforeEachPage(WITNESS);
            for (String path : pages(served)) {
                browser.get(served.uri(path));
                assertThat(browser.value("document.readyState")).isEqualTo("complete");
                assertThat((List<?>) browser.value("seen")).as(path).isEmpty();
                assertThat(browser.all("iframe, object, embed, base, form:not([action^='/']), [onerror], [onload]"))
                        .as(path)
                        .isEmpty();
            }
            browser.get(served.uri("/")).click("#q").type("att");
            browser.until(() -> !browser.all("#suggestions li").isEmpty());
            assertThat((List<?>) browser.value("seen")).isEmpty();
            assertThat(browser.all("#suggestions li > :not(.kind-of)")).isEmpty();
        }
    }

    private static List<String> pages(Served served) {
        List<String> paths = new ArrayList<>(
                List.of("/?q=attack", "/?q=cmd", "/archive", "/facets/topic", "/facets/provider"));
        served.json("/api/search?q=attack%20-link&size=100&facets=")
                .get("hits")
                .forEach(hit -> paths.add("/articles/" + hit.get("id").asText()));
        for (String text : HostileArchive.TEXTS) {
            paths.addAll(List.of("/?q=" + QueryString.encode(text), "/" + QueryString.encode(text)));
        }
        assertThat(paths).hasSizeGreaterThan(50);
        return paths;
    }
}
