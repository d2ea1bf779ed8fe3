package org.broadsheet.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.operation.OperationSettings;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.NaiveEngine;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchSettings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A server over articles in memory, and a client that asks it. */
final class Served implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final ArticleSearcher searcher;
    private final WebServer server;

    /** On any free port, and gone as soon as it is told to. */
    static final WebSettings SETTINGS = WebSettings.DEFAULT.withPort(0)
            .withEnd(Duration.ZERO, WebSettings.DEFAULT.drain());

    private Served(SearchService service, ArticleSearcher searcher, WebSettings settings,
            OperationSettings operation) {
        this.searcher = searcher;
        try {
            this.server = new WebServer(service, settings, operation).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Served of(Article... articles) {
        return of(NaiveEngine.of(articles).searcher());
    }

    static Served of(ArticleSearcher searcher) {
        return of(searcher, SearchSettings.DEFAULT, SETTINGS, OperationSettings.DEFAULT);
    }

    static Served of(ArticleSearcher searcher, SearchSettings searches, WebSettings settings,
            OperationSettings operation) {
        return new Served(new SearchService(searcher, searches), searcher, settings, operation);
    }

    static Served of(SearchService service, ArticleSearcher searcher, WebSettings settings,
            OperationSettings operation) {
        return new Served(service, searcher, settings, operation);
    }

    /** Operated in some way, over the small archive. */
    static Served of(WebSettings settings, OperationSettings operation) {
        return of(NaiveEngine.of(archive()).searcher(), SearchSettings.DEFAULT, settings, operation);
    }

    static Served of(ArticleSearcher searcher, SearchSettings searches) {
        return of(searcher, searches, SETTINGS, OperationSettings.DEFAULT);
    }

    /** A small archive with something of everything. */
    static Article[] archive() {
        return new Article[]{
                Articles.titled("Ohio resumes facial recognition")
                        .path("seeds/ohio.md")
                        .excerpt("The attorney general of Ohio is using it again.")
                        .body("First paragraph.\n\nSecond paragraph.")
                        .provider("Government Technology", "govtech.com")
                        .topics("AI", "Computer Vision")
                        .type("article")
                        .category("news")
                        .date("2023-04-27T23:29:00Z")
                        .quality(59)
                        .heat(69)
                        .published(false)
                        .webUrl("https://govtech.com/ohio")
                        .image("https://govtech.com/ohio.jpg", 840, 438)
                        .related("Bears in sight", "https://itpro.co.uk/bears")
                        .related("Police agencies use it", "https://crime.example/police")
                        .build(),
                Articles.titled("Police agencies use facial recognition")
                        .path("seeds/police.md")
                        .excerpt("Two thousand agencies have used it.")
                        .provider("Reason", "reason.com")
                        .topics("AI")
                        .type("video")
                        .category("news")
                        .date("2021-04-07")
                        .quality(39)
                        .heat(-1)
                        .webUrl("https://crime.example/police")
                        .build(),
                Articles.titled("A note without anything").path("seeds/note.md").build()};
    }

    /** The same and more: thirteen providers, and three years with something in each month. */
    static Article[] largerArchive() {
        List<Article> articles = new ArrayList<>(List.of(archive()));
        for (int i = 0; i < 36; i++) {
            articles.add(Articles.titled("Report number " + i + " on cameras")
                    .path("made/" + i + ".md")
                    .excerpt("What was seen in month " + i + ".")
                    .provider("Paper " + (char) ('A' + i % 11), "paper.example")
                    .topics(i % 2 == 0 ? "Cameras" : "Law")
                    .date("%d-%02d-15".formatted(2019 + i / 12, 1 + i % 12))
                    .quality(i * 3)
                    .heat(i)
                    .build());
        }
        return articles.toArray(Article[]::new);
    }

    WebServer server() {
        return server;
    }

    /** What the server answers. */
    List<String> paths() {
        return server.paths();
    }

    int port() {
        return server.port();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpResponse<String> get(String path) {
        return send("GET", path);
    }

    /** Asks at another address of this machine. */
    HttpResponse<String> at(String host, String path) {
        return send(URI.create("http://" + host + ":" + server.port() + path), "GET");
    }

    /** Does not wait for the answer. */
    CompletableFuture<HttpResponse<String>> ask(String path) {
        return client.sendAsync(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Redirections are not followed. */
    HttpResponse<String> send(String method, String path, String... headers) {
        return send(uri(path), method, headers);
    }

    private HttpResponse<String> send(URI uri, String method, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                    .method(method, HttpRequest.BodyPublishers.noBody());
            if (headers.length > 0) {
                request.headers(headers);
            }
            // The client tries GET again where the server closed a kept connection in the meantime; others it does not.
            HttpClient sender = method.equals("GET") ? client : HttpClient.newHttpClient();
            return sender.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(String path) {
        return tree(get(path).body());
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    static String pretty(JsonNode node) {
        return node.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    Document page(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " is a " + response.statusCode() + ": " + response.body());
        }
        return Jsoup.parse(response.body(), uri("/").toString());
    }

    @Override
    public void close() {
        server.close();
        searcher.close();
    }
}
