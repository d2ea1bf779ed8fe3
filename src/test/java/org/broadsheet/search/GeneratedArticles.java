package org.broadsheet.search;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;

/**
 * Articles that no archive has: few words, so that many share them, and all that is odd about real ones, such as values
 * that are missing, addresses that several share, names in other scripts, and dates at the limits of days.
 */
final class GeneratedArticles {

    /** Most frequent first. Many differ from others only in their form. */
    static final List<String> WORDS = List.of("the", "robot", "police", "recognition", "facial", "robots", "of", "AI",
            "agency", "agencies", "recognized", "Ohio", "Ohio's", "car", "cars", "care", "cat", "driving", "drive",
            "self-driving", "GPT-4", "GPT", "4", "4o", "A.I.", "AT&T", "café", "Cafés", "cafe", "naïve", "Zoë", "don't",
            "1,800", "2021", "x", "xy", "recognitions", "recogniton", "rebot", "robotic", "policy", "полиция", "東京",
            "café’s", "ﬁne", "Straße", "state-of-the-art", "U.S.", "🤖", "--", "R&D", "e-mail", "email", "Résumé",
            "resume", "resumes");

    static final List<String> PROVIDERS = List.of("Reason", "reason", "The Robot Times", "Café Weekly", "AT&T News",
            "Polizei Zürich", "東京 Post", "Ohio State", "Agency Wire", "Police Gazette", "Car & Care", "A.I. Daily",
            "Zoë's Blog", "GPT Review");

    static final List<String> TOPICS = List.of("AI", "Computer Vision", "Police", "Cars", "ai", "Robots",
            "Self-Driving",
            "Law", "Ohio", "Café", "cafe", "Policy", "Art", "東京", "Recognition");

    static final List<String> TYPES = List.of("article", "video", "Article");
    static final List<String> CATEGORIES = List.of("news", "opinion", "robots", "press release");

    /** Around which dates lie: some for days, some for months, some for years. */
    static final Instant TODAY = Instant.parse("2021-04-07T12:00:00Z");

    private final Chance chance;

    GeneratedArticles(Chance chance) {
        this.chance = chance;
    }

    /** A path of the archive; the same number has the same path. */
    static String path(int number) {
        return "source" + number % 3 + "/robots/" + number + ".md";
    }

    /** A version of the article of that number. */
    Article article(int number) {
        Articles article = Articles.titled(text(1, 8)).path(path(number)).topics(topics());
        if (!chance.oneIn(8)) {
            article.excerpt(text(1, 25));
        }
        if (chance.oneIn(3)) {
            article.body(text(1, 120));
        }
        if (!chance.oneIn(9)) {
            String provider = chance.skewed(PROVIDERS);
            article.provider(provider, chance.unlessOneIn(5, () -> chance.of(List.of("robot.org", "reason.com"))));
        }
        addNumbers(article);
        if (!chance.oneIn(6)) {
            article.type(chance.skewed(TYPES));
        }
        if (!chance.oneIn(6)) {
            article.category(chance.skewed(CATEGORIES));
        }
        if (!chance.oneIn(5)) {
            article.webUrl("https://robot.org/" + chance.between(1, 60));
        }
        return article.build();
    }

    private void addNumbers(Articles article) {
        if (!chance.oneIn(9)) {
            article.date(date());
        }
        if (!chance.oneIn(7)) {
            article.quality(chance.between(0, 120));
        }
        if (!chance.oneIn(7)) {
            article.heat(chance.oneIn(2) ? -1 : chance.between(0, 90));
        }
        if (!chance.oneIn(4)) {
            article.published(chance.oneIn(2));
        }
    }

    Instant date() {
        int days = chance.of(List.of(3, 40, 70, 400, 800, 20_000));
        Instant date = TODAY.plus(Duration.ofDays(chance.between(-days, days / 2)))
                .plusMillis(chance.between(0L, 86_400_000L));
        return chance.oneIn(3) ? date.truncatedTo(ChronoUnit.DAYS) : date;
    }

    private String[] topics() {
        Set<String> topics = new LinkedHashSet<>();
        IntStream.range(0, chance.between(0, 4)).forEach(i -> topics.add(chance.skewed(TOPICS)));
        return topics.toArray(String[]::new);
    }

    private String text(int least, int most) {
        List<String> words = new ArrayList<>();
        for (int i = chance.between(least, most); i > 0; i--) {
            String word = chance.skewed(WORDS);
            words.add(chance.oneIn(9) ? word + chance.of(List.of(",", ".", "…", "?", ":\n")) : word);
        }
        return String.join(chance.oneIn(20) ? "-" : " ", words);
    }
}
