package org.broadsheet.lucene;

import java.nio.file.Path;

import org.broadsheet.search.AgreementContract;
import org.broadsheet.search.EngineUnderTest;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine agrees with the naive one where several threads share each search. */
class DividedSearchTest extends AgreementContract {

    @TempDir
    Path index;

    @Override
    protected EngineUnderTest newEngine() {
        return LuceneEngineTest.underTest(index,
                settings -> new LuceneSearcher(settings, new SpareProcessors(3, 0)));
    }
}
