package org.broadsheet.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A moment on a page.
 *
 * @param machine for programs, in whole seconds
 * @param text for readers
 * @param ago how long ago that is now, in words
 */
record DateView(String machine, String text, String ago) {

    /** Null for null. */
    static DateView of(Instant instant) {
        return instant == null
                ? null
                : new DateView(instant.truncatedTo(ChronoUnit.SECONDS).toString(), Wording.day(instant),
                        Wording.ago(instant, Instant.now()));
    }
}
