package org.broadsheet.search;

/** The engine that others are compared with keeps the contract itself. */
class NaiveEngineTest extends ArticleEngineContract {

    @Override
    protected EngineUnderTest newEngine() {
        return underTest(new NaiveEngine());
    }

    static EngineUnderTest underTest(NaiveEngine engine) {
        return new EngineUnderTest() {
            @Override
            public ArticleSearcher searcher() {
                return engine.searcher();
            }

            @Override
            public ArticleSearcher follower() {
                return engine.searcher();
            }

            @Override
            public ArticleIndexer indexer(ArticleIndexer.Mode mode) {
                return engine.indexer(mode);
            }

            @Override
            public void close() {
                // Nothing is held open.
            }
        };
    }
}
