package org.broadsheet.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.broadsheet.search.EngineException;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchAsyncClient;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** Makes clients of a cluster. */
final class Transports {

    /** Searches of one process under way at once; more wait here, which costs less than in the cluster's queues. */
    private static final int CONNECTIONS = 64;
    /** A node that has not accepted a connection by then is not there: the next one is asked. */
    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final int HTTPS = 443;
    private static final int OPENSEARCH = 9200;

    /** How articles are written as JSON: what they do not have is left out. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    private Transports() {}

    static OpenSearchAsyncClient client(OpenSearchEngine.Connection connection) {
        Timeout limit = Timeout.of(connection.timeLimit());
        ConnectionConfig patience = ConnectionConfig.custom()
                .setConnectTimeout(CONNECT.compareTo(limit) < 0 ? CONNECT : limit)
                .setSocketTimeout(limit)
                .build();
        SSLContext authority = connection.authority() == null ? null : trusting(connection.authority());
        return new OpenSearchAsyncClient(ApacheHttpClient5TransportBuilder
                .builder(connection.urls().stream().map(Transports::host).toArray(HttpHost[]::new))
                .setMapper(new JacksonJsonpMapper(JSON))
                .setPathPrefix(pathPrefix(connection.urls()))
                .setDefaultHeaders(headers(connection.credentials()))
                .setRequestConfigCallback(request -> request.setResponseTimeout(limit))
                .setHttpClientConfigCallback(client -> client
                        .setConnectionManager(connections(patience, authority))
                        .disableCookieManagement()
                        .useSystemProperties())
                .build());
    }

    /** A client with a pool of its own takes the time limits of connections from there alone. */
    private static PoolingAsyncClientConnectionManager connections(ConnectionConfig patience, SSLContext authority) {
        PoolingAsyncClientConnectionManagerBuilder connections = PoolingAsyncClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(patience)
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(2 * CONNECTIONS);
        if (authority != null) {
            connections.setTlsStrategy(ClientTlsStrategyBuilder.create().setSslContext(authority).buildAsync());
        }
        return connections.build();
    }

    private static HttpHost host(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? HTTPS : OPENSEARCH;
        return new HttpHost(scheme, url.getHost(), port);
    }

    /** The same for all: the client knows but one. */
    private static String pathPrefix(List<URI> urls) {
        List<String> paths = urls.stream().map(Transports::path).distinct().toList();
        if (paths.size() > 1) {
            throw new EngineException(
                    "--opensearch-url: the addresses have different paths (" + String.join(", ", paths)
                            + "), where all nodes of a cluster must be reached alike");
        }
        return paths.getFirst();
    }

    private static String path(URI url) {
        String path = url.getPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static Header[] headers(OpenSearchEngine.Credentials credentials) {
        if (credentials.apiKey() != null) {
            return new Header[]{new BasicHeader("Authorization", "ApiKey " + credentials.apiKey(), true)};
        }
        if (credentials.user() != null) {
            String pair = credentials.user() + ":" + credentials.password();
            return new Header[]{new BasicHeader("Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)), true)};
        }
        return new Header[0];
    }

    /** Trusts whom the certificates in a file vouch for, and nobody else. */
    private static SSLContext trusting(Path authority) {
        try (InputStream in = Files.newInputStream(authority)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority-" + number++, each);
            }
            if (number == 0) {
                throw new EngineException("--opensearch-ca: " + authority + " holds no certificate");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new EngineException("--opensearch-ca: " + authority + " cannot be read as a certificate in PEM ("
                    + e.getMessage() + ")", e);
        }
    }
}
