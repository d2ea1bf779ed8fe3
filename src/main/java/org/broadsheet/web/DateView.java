package org.broadsheet.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A moment on a page.
 *
 * @param machine for programs, in whole seconds
 * @param text for readers
 */
record DateView(String machine, String text) {

    /** Null for null. */
    static DateView of(Instant instant) {
        return instant == null
                ? null
                : new DateView(instant.truncatedTo(ChronoUnit.SECONDS).toString(), Wording.day(instant));
    }
}
