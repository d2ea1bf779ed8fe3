package org.broadsheet.opensearch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.broadsheet.search.EngineException;
import org.opensearch.client.opensearch._types.OpType;
import org.opensearch.client.opensearch._types.WriteResponseBase;
import org.opensearch.client.opensearch.core.GetResponse;

/**
 * Sees to it that one run at a time writes an index: a document of the cluster that names the run that may, for as long
 * as that run goes on renewing it.
 *
 * <p>A run that has ended without saying so (a crash, a cut line) blocks others until its lease has passed; on the same
 * machine, where it can be seen that its process is gone, not even that long. Leases are compared with the clock of
 * whoever wants the lock, so clocks may differ by less than the lease. Should two runs hold the lock all the same, the
 * first commit wins: {@link Commits#publish} refuses the other one.
 */
final class WriterLock implements AutoCloseable {

    private static final Duration LEASE = Duration.ofSeconds(60);
    /** Three renewals may fail before the lease has passed. */
    private static final Duration RENEWAL = Duration.ofSeconds(15);
    /** One index for the locks of all archives of the cluster, each a document. */
    private static final String INDEX = "broadsheet-locks";

    /**
     * Who holds the lock.
     *
     * @param run random
     * @param host the name of its machine
     * @param process its number there
     * @param started when the process began, as another may have its number by now
     * @param until when the lease ends
     */
    record Holder(String run, String host, long process, String started, String until) {

        static Holder self() {
            ProcessHandle process = ProcessHandle.current();
            return new Holder(UUID.randomUUID().toString(), thisHost(), process.pid(), started(process), "")
                    .renewed();
        }

        private Holder renewed() {
            return new Holder(run, host, process, started,
                    Instant.now().plus(LEASE).truncatedTo(ChronoUnit.SECONDS).toString());
        }

        private boolean isGone() {
            return Instant.parse(until).isBefore(Instant.now()) || host.equals(thisHost())
                    && ProcessHandle.of(process).filter(found -> started(found).equals(started)).isEmpty();
        }

        private static String started(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toString).orElse("");
        }

        private static String thisHost() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return "localhost";
            }
        }

        @Override
        public String toString() {
            return "process " + process + " on " + host + "; if it is gone, its claim ends at " + until;
        }
    }

    private final Cluster cluster;
    private final String name; // of the archive
    private final ScheduledExecutorService renewal;
    private Holder holder = Holder.self();
    private long number; // of the document's last change, and
    private long term; // of the copy that it was made on: together they tell whether it has been changed since
    private volatile boolean lost;

    /** @throws EngineException if another run holds it */
    WriterLock(Cluster cluster, OpenSearchEngine.Settings settings) {
        this.cluster = cluster;
        name = settings.name();
        makeIndex();
        if (!create()) {
            takeOver();
        }
        renewal = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("index-lock").factory());
        renewal.scheduleWithFixedDelay(this::renew, RENEWAL.toSeconds(), RENEWAL.toSeconds(), TimeUnit.SECONDS);
    }

    /** @throws EngineException if another run has taken it over */
    void require() {
        if (lost) {
            throw cluster.troubles().overtaken(name);
        }
    }

    /**
     * The same, asked of the cluster itself, so that it is certain for the length of a lease: what has been deleted by
     * whoever took over must not become a commit.
     *
     * @throws EngineException if another run has taken it over, or the cluster cannot tell
     */
    void confirm() {
        lost |= !claim();
        require();
    }

    private void makeIndex() {
        boolean there = cluster
                .askPatiently(client -> client.indices().exists(any -> any.index(INDEX)))
                .value();
        if (!there) {
            try {
                cluster.askPatiently(client -> client.indices()
                        .create(made -> made.index(INDEX)
                                .settings(own -> own.numberOfShards(1).autoExpandReplicas("0-1").hidden(true))));
            } catch (EngineException e) {
                if (!(e.getCause() instanceof Exception cause && Failure.of(cause).isBadRequest())) {
                    throw e; // else another run has made it meanwhile
                }
            }
        }
    }

    private boolean create() {
        holder = holder.renewed(); // to get here may have taken longer than a lease
        try {
            note(cluster.askPatiently(client -> client
                    .index(one -> one.index(INDEX).id(name).opType(OpType.Create).document(holder))));
            return true;
        } catch (EngineException e) {
            if (isConflict(e)) {
                return false;
            }
            throw e;
        }
    }

    private void takeOver() {
        GetResponse<Holder> found = cluster
                .askPatiently(client -> client.get(one -> one.index(INDEX).id(name), Holder.class));
        if (!found.found()) {
            if (!create()) {
                throw cluster.troubles().locked(name, "which has just begun");
            }
            return;
        }
        Holder other = found.source();
        if (other.run().equals(holder.run())) { // made by a first attempt of which the answer was lost
            number = found.seqNo();
            term = found.primaryTerm();
            return;
        }
        if (!other.isGone()) {
            throw cluster.troubles().locked(name, other.toString());
        }
        number = found.seqNo();
        term = found.primaryTerm();
        if (!claim()) {
            throw cluster.troubles().locked(name, "which has just begun");
        }
    }

    /** Writes who holds the lock over what was there when it was last read; false if that is no longer there. */
    private synchronized boolean claim() {
        try {
            replace(cluster::askPatiently);
            return true;
        } catch (EngineException e) {
            if (!isConflict(e)) {
                throw e;
            }
            return isStillOurs(cluster::askPatiently);
        }
    }

    /** How the cluster is asked. */
    private interface Way {
        <T> T ask(Cluster.Request<T> request);
    }

    private synchronized void replace(Way way) {
        Holder renewed = holder.renewed();
        note(way.ask(client -> client.index(one -> one.index(INDEX)
                .id(name)
                .ifSeqNo(number)
                .ifPrimaryTerm(term)
                .document(renewed))));
        holder = renewed;
    }

    private void note(WriteResponseBase written) {
        number = written.seqNo();
        term = written.primaryTerm();
    }

    /** That the cluster does not answer now does not mean that the lock is lost. */
    private synchronized void renew() {
        try {
            replace(cluster::askOnce);
        } catch (EngineException e) {
            lost |= isConflict(e) && !mayStillBeOurs();
        } catch (RuntimeException e) {
            lost = true;
        }
    }

    private boolean mayStillBeOurs() {
        try {
            return isStillOurs(cluster::askOnce);
        } catch (EngineException e) {
            return true; // not known: the next renewal will tell
        }
    }

    /** A change may have been made though its answer was lost. */
    private boolean isStillOurs(Way way) {
        GetResponse<Holder> found = way.ask(client -> client.get(one -> one.index(INDEX).id(name), Holder.class));
        if (!found.found() || !found.source().run().equals(holder.run())) {
            return false;
        }
        number = found.seqNo();
        term = found.primaryTerm();
        return true;
    }

    private static boolean isConflict(EngineException e) {
        return e.getCause() instanceof Exception cause && Failure.of(cause).isConflict();
    }

    @Override
    public void close() {
        renewal.shutdownNow();
        try {
            synchronized (this) {
                cluster.askOnce(client -> client
                        .delete(one -> one.index(INDEX).id(name).ifSeqNo(number).ifPrimaryTerm(term)));
            }
        } catch (EngineException | IndexGoneException e) {
            // Whoever comes next sees that this process is gone, or waits for the end of the lease.
        }
    }
}
