package org.broadsheet.web;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The larger archive, served, and a browser that all tests of a class look at it with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InBrowser {

    private final boolean scripts;
    Served served;
    Browser browser;

    /** @param scripts whether pages may run any */
    InBrowser(boolean scripts) {
        this.scripts = scripts;
    }

    @BeforeAll
    void open() {
        browser = Browser.open(scripts);
        served = Served.of(Served.largerArchive());
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
        if (served != null) {
            served.close();
        }
    }
}
