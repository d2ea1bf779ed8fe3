package org.broadsheet.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.broadsheet.article.Article;
import org.broadsheet.article.Image;
import org.broadsheet.article.Provider;

/**
 * What every hit shows of its article, as bytes: read twenty times for each answer, so without names and without a
 * parser. First a number whose bits say which parts there are, then these parts, in the order in which an article names
 * them.
 */
final class ArticleSummary {

    private static final int EXCERPT = 1;
    private static final int PROVIDER = 1 << 1;
    private static final int DOMAIN = 1 << 2;
    private static final int TOPICS = 1 << 3;
    private static final int TYPE = 1 << 4;
    private static final int CATEGORY = 1 << 5;
    private static final int DATE = 1 << 6;
    private static final int QUALITY = 1 << 7;
    private static final int HEAT = 1 << 8;
    private static final int PUBLISHED = 1 << 9;
    private static final int UNPUBLISHED = 1 << 10;
    private static final int WEB_URL = 1 << 11;
    private static final int IMAGE = 1 << 12;
    private static final int WIDTH = 1 << 13;
    private static final int HEIGHT = 1 << 14;

    private static final int ID_BYTES = 12;

    /** Larger than nearly all. */
    private static final int USUAL_BYTES = 1 << 10;

    private ArticleSummary() {}

    static byte[] write(Article article) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput(USUAL_BYTES);
        try {
            write(article, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return out.toArrayCopy();
    }

    /** The article without body and related ones. */
    static Article read(BytesRef bytes) throws IOException {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        int parts = in.readVInt();
        byte[] id = new byte[ID_BYTES];
        in.readBytes(id, 0, id.length);
        String path = in.readString();
        String title = in.readString();
        String excerpt = string(parts, EXCERPT, in);
        Provider provider = has(parts, PROVIDER) ? new Provider(in.readString(), string(parts, DOMAIN, in)) : null;
        List<String> topics = has(parts, TOPICS) ? topics(in) : List.of();
        String type = string(parts, TYPE, in);
        String category = string(parts, CATEGORY, in);
        Instant date = has(parts, DATE) ? Instant.ofEpochSecond(in.readZLong(), in.readVInt()) : null;
        Integer quality = number(parts, QUALITY, in);
        Integer heat = number(parts, HEAT, in);
        Boolean published = has(parts, PUBLISHED) ? Boolean.TRUE : has(parts, UNPUBLISHED) ? Boolean.FALSE : null;
        String webUrl = string(parts, WEB_URL, in);
        Image image = has(parts, IMAGE)
                ? new Image(in.readString(), number(parts, WIDTH, in), number(parts, HEIGHT, in))
                : null;
        return new Article(HexFormat.of().formatHex(id), path, title, excerpt, null, provider, topics, type, category,
                date, quality, heat, published, webUrl, image, List.of());
    }

    private static void write(Article article, ByteBuffersDataOutput out) throws IOException {
        Provider provider = article.provider();
        Image image = article.image();
        out.writeVInt(parts(article));
        out.writeBytes(HexFormat.of().parseHex(article.id()));
        out.writeString(article.path());
        out.writeString(article.title());
        write(article.excerpt(), out);
        if (provider != null) {
            out.writeString(provider.name());
            write(provider.domain(), out);
        }
        if (!article.topics().isEmpty()) {
            out.writeVInt(article.topics().size());
            for (String topic : article.topics()) {
                out.writeString(topic);
            }
        }
        write(article.type(), out);
        write(article.category(), out);
        if (article.publishedDateTime() != null) {
            out.writeZLong(article.publishedDateTime().getEpochSecond());
            out.writeVInt(article.publishedDateTime().getNano());
        }
        write(article.quality(), out);
        write(article.heat(), out);
        write(article.webUrl(), out);
        if (image != null) {
            out.writeString(image.url());
            write(image.width(), out);
            write(image.height(), out);
        }
    }

    private static int parts(Article article) {
        Provider provider = article.provider();
        Image image = article.image();
        return part(EXCERPT, article.excerpt()) | part(PROVIDER, provider)
                | part(DOMAIN, provider == null ? null : provider.domain())
                | (article.topics().isEmpty() ? 0 : TOPICS) | part(TYPE, article.type())
                | part(CATEGORY, article.category()) | part(DATE, article.publishedDateTime())
                | part(QUALITY, article.quality()) | part(HEAT, article.heat())
                | (article.published() == null ? 0 : article.published() ? PUBLISHED : UNPUBLISHED)
                | part(WEB_URL, article.webUrl()) | part(IMAGE, image)
                | part(WIDTH, image == null ? null : image.width())
                | part(HEIGHT, image == null ? null : image.height());
    }

    private static int part(int bit, Object value) {
        return value == null ? 0 : bit;
    }

    private static boolean has(int parts, int bit) {
        return (parts & bit) != 0;
    }

    private static void write(String text, ByteBuffersDataOutput out) {
        if (text != null) {
            out.writeString(text);
        }
    }

    private static void write(Integer number, ByteBuffersDataOutput out) throws IOException {
        if (number != null) {
            out.writeZInt(number);
        }
    }

    private static String string(int parts, int bit, ByteArrayDataInput in) throws IOException {
        return has(parts, bit) ? in.readString() : null;
    }

    private static Integer number(int parts, int bit, ByteArrayDataInput in) throws IOException {
        return has(parts, bit) ? Integer.valueOf(in.readZInt()) : null;
    }

    private static List<String> topics(ByteArrayDataInput in) throws IOException {
        String[] topics = new String[in.readVInt()];
        for (int i = 0; i < topics.length; i++) {
            topics[i] = in.readString();
        }
        return Arrays.asList(topics); // which the article copies
    }
}
