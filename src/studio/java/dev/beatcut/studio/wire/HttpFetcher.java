package dev.beatcut.studio.wire;

import dev.beatcut.objects.Objects;
import dev.beatcut.studio.library.Delivery;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches files by URL: http and https, from public addresses and the object store's own origin; every redirect is
 * checked like the first address.
 */
@Singleton
final class HttpFetcher implements Fetcher {

    private static final int MOST_REDIRECTS = 3;
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final Timeout SILENCE = Timeout.ofSeconds(30);

    private final Objects objects;
    private final CloseableHttpClient outside = client(new PublicAddresses());
    private final CloseableHttpClient store = client(SystemDefaultDnsResolver.INSTANCE);

    HttpFetcher(Objects objects) {
        this.objects = objects;
    }

    @Override
    public void fetch(URI url, Delivery delivery) throws IOException {
        var next = Optional.of(url);
        for (int hop = 0; hop <= MOST_REDIRECTS && next.isPresent(); hop++) {
            next = get(checked(next.get()), delivery);
        }
        if (next.isPresent()) {
            throw refused(url, "it redirects more than " + MOST_REDIRECTS + " times");
        }
    }

    @PreDestroy
    void close() throws IOException {
        outside.close();
        store.close();
    }

    /** @return where it redirects to, empty when the file came */
    private Optional<URI> get(URI url, Delivery delivery) throws IOException {
        var client = isOwnStore(url) ? store : outside;
        try {
            return client.execute(new HttpGet(url), answer -> {
                if (answer.getCode() / 100 == 3) {
                    return Optional.of(target(url, answer));
                }
                if (answer.getCode() != 200 || answer.getEntity() == null) {
                    throw refused(url, "it answered " + answer.getCode());
                }
                delivery.receive(name(url, answer), answer.getEntity().getContent());
                return Optional.empty();
            });
        } catch (PublicAddresses.Refused inside) {
            throw refused(url, "only public addresses are fetched from");
        } catch (IOException unreachable) {
            throw refused(url, "it could not be read");
        }
    }

    private static URI checked(URI url) {
        var scheme = url.getScheme() == null ? "" : url.getScheme();
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https") || url.getHost() == null) {
            throw refused(url, "only http and https addresses are fetched");
        }
        if (url.getUserInfo() != null) {
            throw refused(url, "addresses with a user name are not fetched");
        }
        return url;
    }

    private boolean isOwnStore(URI url) {
        var own = objects.origin();
        return own.getScheme().equalsIgnoreCase(url.getScheme())
                && own.getHost().equalsIgnoreCase(url.getHost())
                && port(own) == port(url);
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static URI target(URI from, ClassicHttpResponse answer) {
        var location = answer.getFirstHeader("Location");
        try {
            return from.resolve(new URI(location == null ? "" : location.getValue()));
        } catch (URISyntaxException malformed) {
            throw refused(from, "it redirects to nowhere");
        }
    }

    private static String name(URI url, ClassicHttpResponse answer) {
        var header = answer.getFirstHeader("Content-Disposition");
        return Disposition.fileName(header == null ? "" : header.getValue()).orElse(url.getPath());
    }

    /** Says host and path only: a query may be a secret. */
    private static Refusal refused(URI url, String why) {
        var place = url.getHost() == null
                ? "The address"
                : url.getHost() + Optional.ofNullable(url.getPath()).orElse("");
        return Refusal.http(400, place + " cannot be fetched: " + why + ".");
    }

    private static CloseableHttpClient client(DnsResolver resolver) {
        var connection = ConnectionConfig.custom()
                .setConnectTimeout(CONNECT)
                .setSocketTimeout(SILENCE)
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setDefaultConnectionConfig(connection)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(SILENCE).build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }
}
