package org.broadsheet.opensearch;

import org.broadsheet.search.AgreementContract;
import org.broadsheet.search.EngineUnderTest;

/** The distributed engine agrees with the naive one, also where its index is divided. */
class ClusterAgreesIT extends AgreementContract {

    private static final int SHARDS = 3;

    @Override
    protected EngineUnderTest newEngine() {
        return OpenSearchEngineIT.underTest(SHARDS);
    }
}
