package org.broadsheet.lucene;

import java.nio.file.Path;

import org.broadsheet.search.AgreementContract;
import org.broadsheet.search.EngineUnderTest;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine agrees with the naive one. */
class EnginesAgreeTest extends AgreementContract {

    @TempDir
    Path index;

    @Override
    protected EngineUnderTest newEngine() {
        return LuceneEngineTest.underTest(index);
    }
}
