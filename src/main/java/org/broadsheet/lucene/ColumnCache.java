package org.broadsheet.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The columns of all segments that are open. A new commit shares most of its segments with the one before it, so that
 * it costs what its new ones do; the columns of a segment go when its last reader does.
 */
final class ColumnCache {

    private final Map<IndexReader.CacheKey, Columns> bySegment = new ConcurrentHashMap<>();
    private final long memory;

    /** @param memory in bytes, all there may be: how much is kept of what searches have asked for depends on it */
    ColumnCache(long memory) {
        this.memory = memory;
    }

    /** Reads them if nobody has before; who asks meanwhile waits for them. */
    Columns of(LeafReaderContext leaf) throws IOException {
        IndexReader.CacheHelper segment = leaf.reader().getCoreCacheHelper();
        Columns columns = bySegment.get(segment.getKey());
        return columns != null ? columns : read(leaf, segment);
    }

    private Columns read(LeafReaderContext leaf, IndexReader.CacheHelper segment) throws IOException {
        try {
            return bySegment.computeIfAbsent(segment.getKey(), _ -> {
                try {
                    segment.addClosedListener(bySegment::remove);
                    return new Columns(leaf, memory);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
