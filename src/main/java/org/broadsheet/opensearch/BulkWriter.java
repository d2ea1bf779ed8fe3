package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import org.broadsheet.article.Article;
import org.broadsheet.search.ArticleIndexer.Refusal;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.EngineException;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch.core.BulkResponse;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;

/**
 * Writes many changes at a time. Whoever makes a batch full sends it and waits for its answer, so that no more is under
 * way than there are threads that write: a cluster that is slow slows them down.
 *
 * <p>Each change bears a version that rises within the run, so that one that is sent again, or arrives late, cannot undo
 * what was asked for after it.
 */
final class BulkWriter {

    /** Large enough that a request costs little beside what it carries, small enough for the memory of small nodes. */
    private static final long BATCH_SIZE = 4 * 1024 * 1024; // in chars
    private static final int BATCH_CHANGES = 2_000;

    private static final long LONGEST_PAUSE = 5_000; // in milliseconds

    private final Cluster cluster;
    private final AtomicLong version;
    private final Queue<Refusal> refused = new ConcurrentLinkedQueue<>();
    private List<Change> batch = new ArrayList<>();
    private long size;

    /** One change; the path is null where an article is removed. */
    private record Change(String id, String path, BulkOperation operation) {}

    /** @param firstVersion above all that the index holds */
    BulkWriter(Cluster cluster, long firstVersion) {
        this.cluster = cluster;
        version = new AtomicLong(firstVersion);
    }

    void put(String index, Article article, String json) {
        // The order of two puts of one id is that of their versions, so both are settled in one step.
        add(json.length(), () -> {
            long number = version.getAndIncrement();
            return new Change(article.id(), article.path(), BulkOperation.of(one -> one.index(put -> put.index(index)
                    .id(article.id())
                    .version(number)
                    .versionType(VersionType.External)
                    .document(new Json(json)))));
        });
    }

    void remove(String index, String id) {
        add(id.length(), () -> {
            long number = version.getAndIncrement();
            return new Change(id, null, BulkOperation.of(one -> one.delete(
                    gone -> gone.index(index).id(id).version(number).versionType(VersionType.External))));
        });
    }

    /** Sends what is left. What other threads are sending meanwhile is theirs to wait for. */
    void flush() {
        send(taken());
    }

    /** What the cluster would not take, and why; empty if it took all so far. */
    List<Refusal> refused() {
        return List.copyOf(refused);
    }

    private interface Making {
        Change make();
    }

    private void add(long length, Making making) {
        List<Change> full = List.of();
        synchronized (this) {
            batch.add(making.make());
            this.size += length;
            if (this.size >= BATCH_SIZE || batch.size() >= BATCH_CHANGES) {
                full = taken();
            }
        }
        send(full);
    }

    private synchronized List<Change> taken() {
        List<Change> taken = batch;
        batch = new ArrayList<>();
        size = 0;
        return taken;
    }

    private void send(List<Change> changes) {
        Deadline end = Deadline.in(cluster.patience());
        List<Change> left = changes;
        for (long pause = 100; !left.isEmpty(); pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            left = sent(left, end);
            if (!left.isEmpty()) {
                Cluster.pause(pause);
            }
        }
    }

    /** Sends them, in two halves where they are too much for one request; those to be sent again are left. */
    private List<Change> sent(List<Change> changes, Deadline end) {
        List<BulkOperation> operations = changes.stream().map(Change::operation).toList();
        try {
            return unsettled(changes, cluster.askPatiently(client -> client
                    .bulk(bulk -> bulk.operations(operations).timeout(time -> time.time(cluster.ownWait())))), end);
        } catch (EngineException e) {
            if (!(e.getCause() instanceof Exception cause && Failure.of(cause).isTooLarge())) {
                throw e;
            }
        }
        if (changes.size() == 1) {
            refuse(changes.getFirst(), "it is larger than one request may be (http.max_content_length)");
            return List.of();
        }
        int half = changes.size() / 2;
        List<Change> left = new ArrayList<>(sent(changes.subList(0, half), end));
        left.addAll(sent(changes.subList(half, changes.size()), end));
        return left;
    }

    /** Those that the cluster could not do just then, to be sent again. */
    private List<Change> unsettled(List<Change> sent, BulkResponse answer, Deadline end) {
        List<Change> again = new ArrayList<>();
        String reason = null;
        for (int i = 0; i < sent.size(); i++) {
            BulkResponseItem item = answer.items().get(i);
            Failure failure = item.error() == null ? null : Failure.of(item.status(), item.error());
            if (failure == null || failure.isConflict()) {
                // A conflict: what was asked for later has arrived before, or this has, and its answer was lost.
                continue;
            }
            if (failure.mayPass()) {
                again.add(sent.get(i));
                reason = failure.reason();
            } else if (failure.isBadRequest()) {
                refuse(sent.get(i), failure.reason());
            } else {
                throw cluster.troubles().writing(failure);
            }
        }
        if (!again.isEmpty() && end.expired()) {
            throw cluster.troubles().busy(reason);
        }
        return again;
    }

    private void refuse(Change change, String reason) {
        if (change.path() == null) {
            throw new EngineException("the cluster does not remove " + change.id() + " (" + reason + ")");
        }
        refused.add(new Refusal(change.id(), change.path(), "the cluster does not take it: " + reason));
    }

    /** A document that is already written as JSON. */
    record Json(@JsonValue @JsonRawValue String text) {}
}
