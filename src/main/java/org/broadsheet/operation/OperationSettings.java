package org.broadsheet.operation;

/**
 * How a server is operated: all that may change while it runs.
 *
 * @param popularQueries whether it is counted and shown what is asked most often
 */
public record OperationSettings(Limits limits, LogSettings log, boolean popularQueries) {

    /** What people look for is their own affair, until an operator decides otherwise. */
    public static final OperationSettings DEFAULT = new OperationSettings(Limits.DEFAULT, LogSettings.DEFAULT, false);

    public OperationSettings withLimits(Limits others) {
        return new OperationSettings(others, log, popularQueries);
    }

    public OperationSettings withLog(LogSettings other) {
        return new OperationSettings(limits, other, popularQueries);
    }

    public OperationSettings withPopularQueries(boolean shown) {
        return new OperationSettings(limits, log, shown);
    }
}
