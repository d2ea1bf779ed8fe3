package org.broadsheet.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.source.ArticleReader;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** Takes the pictures of the README anew: {@code mvn verify -Dpictures}. */
@EnabledIfSystemProperty(named = "pictures", matches = ".*", disabledReason = "pictures are taken with -Dpictures")
class PicturesIT {

    private static final Path DOCS = Path.of("src/docs");
    private static final int LARGEST_BYTES = 200 * 1024;
    private static final List<String> PROVIDERS = List.of("The Morning Post", "City Herald", "Evening Courier",
            "Harbour Times", "The Chronicle", "Valley Gazette", "Science Weekly", "Northern Echo", "Daily Ledger",
            "The Observer", "Market Review", "Coast Tribune", "The Inquirer", "Capital Record");
    private static final List<String> TOPICS = List.of("Climate", "Energy", "Elections", "Health", "Transport",
            "Computer vision", "Housing", "Privacy", "Schools", "Football", "Robotics", "Water");

    @Test
    void page_ofTheSeeds() throws IOException {
        try (Served served = Served.of(seeds()); Browser browser = Browser.open(true)) {
            String page = "/?q=facial+recognition";
            served.get(page); // the first answer of a program takes longer than all others
            browser.as(1280, 980, false).get(served.uri(page));
            take(browser, "page.png");
        }
    }

    @Test
    void archive_ofMadeArticles() throws IOException {
        try (Served served = Served.of(made()); Browser browser = Browser.open(true)) {
            browser.as(1280, 1080, false).get(served.uri("/archive"));
            take(browser, "archive.png");
        }
    }

    private static void take(Browser browser, String name) throws IOException {
        byte[] picture = browser.picture();
        assertThat(picture).hasSizeLessThan(LARGEST_BYTES);
        Files.write(DOCS.resolve(name), picture);
    }

    private static Article[] seeds() {
        List<Article> articles = new ArrayList<>();
        Source.of("seeds").forEach(file -> {
            if (new ArticleReader().read(file) instanceof Reading.Accepted read) {
                articles.add(read.article());
            }
        }, rejection -> {});
        return articles.toArray(Article[]::new);
    }

    /** The same each time: more of some providers and topics than of others, and more each year. */
    private static Article[] made() {
        Random random = new Random(7);
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            double when = Math.sqrt(random.nextDouble());
            Instant date = LocalDate.of(2012, 1, 1)
                    .plusDays((long) (when * 365 * 14))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            int quality = (int) Math.clamp(62 + 22 * random.nextGaussian(), 0, 130);
            articles.add(Articles.titled("Report " + i)
                    .path((i % 3 == 0 ? "agency/" : "newsroom/") + i + ".md")
                    .provider(skewed(PROVIDERS, random), null)
                    .topics(skewed(TOPICS, random))
                    .type(random.nextInt(9) == 0 ? "video" : "article")
                    .category(random.nextInt(5) == 0 ? "opinion" : "news")
                    .date(date.toString())
                    .quality(quality)
                    .heat(random.nextInt(5) == 0 ? -1 : (int) Math.clamp(45 + 25 * random.nextGaussian(), 0, 120))
                    .build());
        }
        return articles.toArray(Article[]::new);
    }

    private static String skewed(List<String> values, Random random) {
        return values.get((int) (values.size() * random.nextDouble() * random.nextDouble()));
    }
}
