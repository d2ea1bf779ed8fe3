package org.broadsheet.opensearch;

import java.net.URI;

import org.broadsheet.search.EngineException;
import org.broadsheet.search.SearchTimeoutException;

import static java.util.stream.Collectors.joining;

/**
 * Says in one line what is wrong with a cluster or an index on it, and what to do.
 *
 * @param connection to the cluster
 */
record ClusterTroubles(OpenSearchEngine.Connection connection) {

    /** Whatever a request ended in, as those who asked are told. */
    RuntimeException because(Exception e) {
        if (e instanceof EngineException || e instanceof SearchTimeoutException) {
            return (RuntimeException) e;
        }
        Failure failure = Failure.of(e);
        if (failure.isUnreadable()) {
            return new EngineException("what answers at " + urls() + " is no OpenSearch cluster (" + failure.reason()
                    + "): correct --opensearch-url", e);
        }
        if (failure.isOutOfReach() && e instanceof RuntimeException mistake) {
            return mistake; // nothing that the cluster had to do with
        }
        if (failure.isMissing()) {
            return new IndexGoneException(e);
        }
        return new EngineException(told(failure), e);
    }

    private String told(Failure failure) {
        if (failure.isUntrusted()) {
            return cluster() + " cannot prove who it is (" + failure.reason()
                    + "): name the certificate of its authority with --opensearch-ca";
        }
        if (failure.isOutOfReach()) {
            return "no OpenSearch cluster answers at " + urls() + " (" + failure.reason()
                    + "): start it, or correct --opensearch-url";
        }
        if (failure.isForbidden()) {
            return forbidden(failure);
        }
        if (failure.isRefusal()) {
            return cluster() + " refuses " + connection.credentials() + " (" + failure.reason()
                    + "): set BROADSHEET_OPENSEARCH_USER and BROADSHEET_OPENSEARCH_PASSWORD, or "
                    + "BROADSHEET_OPENSEARCH_API_KEY";
        }
        return cluster() + " cannot do this now (" + failure.reason() + "): its own log says more";
    }

    /** Also what is set to be read only is forbidden, so the cluster's own words matter most. */
    private String forbidden(Failure failure) {
        return cluster() + " does not let " + connection.credentials() + " do this (" + failure.reason()
                + "): give that user the role that the documentation describes, or lift the block";
    }

    /** What ends a run, of what went wrong with one change of many. */
    EngineException writing(Failure failure) {
        if (failure.isMissing()) {
            return new EngineException("the index was deleted while it was written (" + failure.reason()
                    + "): run the command again");
        }
        return new EngineException(told(failure));
    }

    /** Longer than there was patience. */
    EngineException busy(String reason) {
        return new EngineException(cluster() + " has been too busy for " + connection.patience().toSeconds() + " s ("
                + reason + "): try again when it has less to do");
    }

    /** There is no index yet. */
    EngineException missing(String name) {
        return new EngineException("there is no index \"" + name + "\" on " + cluster()
                + ": make one with broadsheet index " + options(name) + " SOURCE...");
    }

    /** Of another version of the program, or analysed in another way, or none of this program's at all. */
    EngineException foreign(String name, Exception cause) {
        return new EngineException("the index \"" + name + "\" on " + cluster()
                + " was built by another version or for another language: build it anew with broadsheet index --rebuild "
                + options(name) + " SOURCE...", cause);
    }

    /** An index of somebody else has the name that the alias of this one would have. */
    EngineException inTheWay(String name) {
        return new EngineException("\"" + name + "\" on " + cluster()
                + " is an index that Broadsheet has not made: choose another name with --opensearch-index");
    }

    /** Nodes that hold the only copy of some part are gone. */
    EngineException incomplete(String name) {
        return new EngineException("a part of the index \"" + name + "\" is on no living node of " + cluster()
                + ": start the nodes that hold it, or build the index anew");
    }

    EngineException locked(String name, String holder) {
        return new EngineException("the index \"" + name + "\" on " + cluster()
                + " is being written by another command (" + holder + "): wait until that has ended, then try again");
    }

    EngineException overtaken(String name) {
        return new EngineException("another command has written the index \"" + name + "\" on " + cluster()
                + " meanwhile: what it holds is what that one wrote; run this one again");
    }

    private String cluster() {
        return "the OpenSearch cluster at " + urls();
    }

    private String options(String name) {
        return "--engine opensearch --opensearch-url " + connection.urls()
                .stream()
                .map(URI::toString)
                .collect(
                        joining(","))
                + (name.equals(OpenSearchEngine.Settings.NAME) ? "" : " --opensearch-index " + name);
    }

    private String urls() {
        return connection.urls().stream().map(URI::toString).collect(joining(", "));
    }
}
