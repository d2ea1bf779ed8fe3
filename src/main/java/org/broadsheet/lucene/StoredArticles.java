package org.broadsheet.lucene;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.apache.lucene.util.BytesRef;
import org.broadsheet.article.Article;
import org.broadsheet.article.Related;
import org.broadsheet.search.FileStamp;

/**
 * Articles as the index keeps them, in two parts: what every hit shows, and the body and related articles, which are
 * most of the bytes and wanted for one article at a time. The second part is deflated so that it does not make the
 * first one slow to reach.
 */
final class StoredArticles {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();
    private static final ObjectReader DETAIL = JSON.readerFor(Detail.class);
    private static final ObjectWriter WRITER = JSON.writer();

    /** The part of an article that its hits do not show. */
    record Detail(String body, List<Related> related) {
        static final Detail NONE = new Detail(null, List.of());
    }

    private StoredArticles() {}

    /** The article without its {@link Detail}. */
    static byte[] summary(Article article) {
        return ArticleSummary.write(article);
    }

    /** The rest of it; empty if it has neither body nor related articles. */
    static Optional<byte[]> detail(Article article) {
        if (article.body() == null && article.related().isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(json(new Detail(article.body(), article.related())));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return Optional.of(bytes.toByteArray());
    }

    static Article readSummary(BytesRef bytes) throws IOException {
        return ArticleSummary.read(bytes);
    }

    /** @param bytes null where the article has no such part */
    static Detail readDetail(BytesRef bytes) throws IOException {
        if (bytes == null) {
            return Detail.NONE;
        }
        try (InflaterInputStream inflater = new InflaterInputStream(
                new ByteArrayInputStream(bytes.bytes, bytes.offset, bytes.length))) {
            return DETAIL.readValue(inflater);
        }
    }

    static Article with(Article article, Detail detail) {
        return new Article(article.id(), article.path(), article.title(), article.excerpt(), detail.body(),
                article.provider(), article.topics(), article.type(), article.category(), article.publishedDateTime(),
                article.quality(), article.heat(), article.published(), article.webUrl(), article.image(),
                detail.related());
    }

    /** A hash of hexadecimal digits, as all are that come from files, takes half as many bytes. */
    static BytesRef encode(FileStamp stamp) {
        boolean digits = stamp.hash().length() % 2 == 0 && stamp.hash().chars().allMatch(StoredArticles::isHexDigit);
        byte[] hash = digits
                ? HexFormat.of().parseHex(stamp.hash())
                : stamp.hash().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES + 1 + hash.length);
        bytes.putLong(stamp.size()).putLong(stamp.modifiedMillis()).put((byte) (digits ? 1 : 0)).put(hash);
        return new BytesRef(bytes.array());
    }

    static FileStamp readStamp(BytesRef stamp) {
        ByteBuffer bytes = ByteBuffer.wrap(stamp.bytes, stamp.offset, stamp.length);
        long size = bytes.getLong();
        long modified = bytes.getLong();
        boolean digits = bytes.get() == 1;
        int from = bytes.position();
        return new FileStamp(size, modified, digits
                ? HexFormat.of().formatHex(stamp.bytes, from, bytes.limit())
                : new String(stamp.bytes, from, bytes.remaining(), StandardCharsets.UTF_8));
    }

    private static boolean isHexDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    private static byte[] json(Object value) {
        try {
            return WRITER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("a record of texts and numbers can be written as JSON", e);
        }
    }
}
