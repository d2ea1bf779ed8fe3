package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.Version;

/**
 * The way out of a commit that cannot be read, for a writer that wants nothing of it.
 *
 * <p>Lucene reads the last commit even to replace it, and gives up where that fails. Nor may the folder simply be wiped:
 * a server that still answers from it would meet new files under the names of old ones. So the damaged commit is
 * followed by an empty one, which continues its numbers. That says nothing of itself, so that no reader takes it for an
 * index; a server goes on with what it has open until the rebuild has made its commit.
 */
final class DamagedCommit {

    private static final int RADIX = Character.MAX_RADIX; // in which Lucene numbers its files

    private DamagedCommit() {}

    /** Replaces the commits of an index if any of them cannot be read; nothing happens if there are none. */
    static void replace(Directory index) throws IOException {
        // The lock comes first: what looks damaged may be another command's commit under way.
        try (Lock lock = index.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            List<String> commits = commits(index);
            if (!areReadable(index, commits)) {
                lock.ensureValid();
                follow(index);
                for (String commit : commits) {
                    index.deleteFile(commit);
                }
            }
        }
    }

    private static List<String> commits(Directory index) throws IOException {
        List<String> commits = new ArrayList<>();
        for (String file : index.listAll()) {
            if (file.startsWith(IndexFileNames.SEGMENTS)) {
                commits.add(file);
            }
        }
        return commits;
    }

    private static boolean areReadable(Directory index, List<String> commits) throws IOException {
        try {
            Set<String> present = Set.of(index.listAll());
            for (String commit : commits) {
                // Of the other files a writer wants nothing but to delete them, and it fails where one is gone.
                if (!present.containsAll(SegmentInfos.readCommit(index, commit).files(true))) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            if (IndexTroubles.isDamage(e)) {
                return false;
            }
            throw e;
        } catch (RuntimeException e) {
            return false; // how the library meets some kinds of garbage
        }
    }

    private static void follow(Directory index) throws IOException {
        SegmentInfos empty = new SegmentInfos(Version.LATEST.major);
        long generation = 0;
        for (String file : index.listAll()) {
            int mark = file.lastIndexOf('_');
            if (file.contains(IndexFileNames.SEGMENTS)) {
                generation = Math.max(generation, number(file.substring(mark + 1)));
            } else if (file.startsWith("_")) {
                empty.counter = Math.max(empty.counter, number(file.substring(1).split("[._]", 2)[0]) + 1);
            }
        }
        empty.setNextWriteGeneration(generation);
        // Counts changes: a reader that has seen fewer looks for what is new. No index has seen so many.
        empty.version = System.currentTimeMillis();
        empty.commit(index);
    }

    /** A file's number; 0 of one that is not Lucene's. */
    private static long number(String text) {
        try {
            return Long.parseLong(text, RADIX);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
