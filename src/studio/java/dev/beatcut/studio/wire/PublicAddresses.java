package dev.beatcut.studio.wire;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves host names to public addresses only. The connection is made to the very addresses that were checked here,
 * so a name cannot mean something else the second time.
 */
final class PublicAddresses implements DnsResolver {

    /** A name (or literal) that means, or also means, an address of a private network. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1;

        Refused(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (found.length == 0 || !Arrays.stream(found).allMatch(PublicAddresses::isPublic)) {
            throw new Refused(host);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        var special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !special
                && (address instanceof Inet4Address
                        ? isPublic4(address.getAddress())
                        : isPublic6(address.getAddress()));
    }

    /** RFC 6890 without what {@link InetAddress} knows by itself. */
    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && third == 0)
                && !(first == 192 && second == 0 && third == 2)
                && !(first == 198 && (second == 18 || second == 19))
                && !(first == 198 && second == 51 && third == 100)
                && !(first == 203 && second == 0 && third == 113);
    }

    /** Global unicast (2000::/3) without tunnels (2001::/32, 2002::/16), which hide an IPv4 address, and examples. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        return first >>> 13 == 1 && first != 0x2002 && !List.of(0, 0xdb8).contains(first == 0x2001 ? second : -1);
    }
}
