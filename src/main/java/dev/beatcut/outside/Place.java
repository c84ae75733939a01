package dev.beatcut.outside;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/** A URL, and the addresses that its host had when they were checked: connections go to these and no others. */
record Place(URI url, List<InetAddress> addresses) {

    boolean isSecure() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }

    /** Path and query. */
    String target() {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** Without the host's name, so that nobody asks again what it means. */
    List<SocketAddress> sockets() {
        return addresses.stream()
                .map(address -> SocketAddress.inetSocketAddress(new InetSocketAddress(nameless(address), port(url))))
                .toList();
    }

    private static InetAddress nameless(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("An address has 4 or 16 bytes", impossible);
        }
    }
}
