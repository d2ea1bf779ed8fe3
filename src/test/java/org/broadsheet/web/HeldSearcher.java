package org.broadsheet.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import org.broadsheet.article.Article;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.NaiveEngine;

/** An engine whose answers can be held back, so that a test decides how long a search takes. */
final class HeldSearcher {

    private static final Set<String> HELD = Set.of("search", "export");

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ArticleSearcher searcher;

    private HeldSearcher(ArticleSearcher naive) {
        searcher = (ArticleSearcher) Proxy.newProxyInstance(HeldSearcher.class.getClassLoader(),
                new Class<?>[]{ArticleSearcher.class}, (proxy, method, arguments) -> {
                    if (HELD.contains(method.getName())) {
                        threads.add(Thread.currentThread());
                        begun.release();
                        mayEnd.acquire();
                    }
                    try {
                        return method.invoke(naive, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    static HeldSearcher of(Article... articles) {
        return new HeldSearcher(NaiveEngine.of(articles).searcher());
    }

    ArticleSearcher searcher() {
        return searcher;
    }

    /** Which threads have searched so far. */
    Set<Thread> threads() {
        return threads;
    }

    /** Returns when so many more searches are under way. */
    void awaitBegun(int number) {
        begun.acquireUninterruptibly(number);
    }

    /** Lets so many searches end. */
    void release(int number) {
        mayEnd.release(number);
    }
}
