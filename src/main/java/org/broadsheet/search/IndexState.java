package org.broadsheet.search;

import java.time.Instant;
import java.util.List;

/**
 * What an index holds, as of one commit.
 *
 * @param id random, of this commit alone
 * @param number how many commits the index has seen: it rises with each
 * @param builtAt when it was committed
 * @param newest the newest publication date not after {@code builtAt}, from which ages are measured, or null
 * @param articles how many it holds
 * @param sources each with what it contributed, in the order in which they were first indexed
 * @param rejected how many files the last run could not use
 */
public record IndexState(String id, long number, Instant builtAt, Instant newest, long articles,
        List<SourceState> sources, long rejected) {

    public IndexState {
        sources = List.copyOf(sources);
    }

    /**
     * One source.
     *
     * @param name the first element of its articles' paths
     * @param location where it was read from, an absolute path
     * @param articles how many of its articles the index holds
     * @param stamp how it was when it was last read
     */
    public record SourceState(String name, String location, long articles, SourceStamp stamp) {

        public SourceState {
            stamp = stamp == null ? SourceStamp.NONE : stamp; // of an index that was written before there were any
        }

        /** One that nothing more is known of. */
        public SourceState(String name, String location, long articles) {
            this(name, location, articles, SourceStamp.NONE);
        }
    }
}
