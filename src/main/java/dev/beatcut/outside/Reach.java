package dev.beatcut.outside;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Whose an address is, by the registries of special addresses (RFC 6890 and what came after it). */
enum Reach {
    /** Anybody's. */
    PUBLIC,
    /** This machine's, or a private network's. */
    OWN,
    /** Nobody's to call: the cloud's metadata, link-local, multicast, reserved, examples, tunnels to other addresses. */
    NEVER;

    private static final List<Network> ALL_IPV6 = networks("::/0");

    private static final List<Network> GLOBAL_IPV6 = networks("2000::/3");

    private static final List<Network> PRIVATE = networks(
            "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7");

    private static final List<Network> SPECIAL = networks(
            "0.0.0.0/8",
            "100.100.100.200/32",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "fd00:c1::a9fe:a9fe/128",
            "fd00:ec2::/32",
            "fd20:ce::254/128");

    /** Those whose first {@code bits} are those of {@code prefix}. */
    private record Network(byte[] prefix, int bits) {

        static Network of(String cidr) {
            var slash = cidr.indexOf('/');
            var prefix = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
            return new Network(prefix, Integer.parseInt(cidr.substring(slash + 1)));
        }

        boolean has(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = 0xFF00 >> bits % 8 & 0xFF;
            return Arrays.equals(address, 0, whole, prefix, 0, whole)
                    && (rest == 0 || (address[whole] & rest) == (prefix[whole] & rest));
        }
    }

    /** An IPv4 address in IPv6 clothes is seen by the JVM as what it is, or is none of {@code 2000::/3}. */
    static Reach of(InetAddress said) {
        var address = said.getAddress();
        if (in(SPECIAL, address)) {
            return NEVER;
        }
        if (in(PRIVATE, address)) {
            return OWN;
        }
        return in(ALL_IPV6, address) && !in(GLOBAL_IPV6, address) ? NEVER : PUBLIC;
    }

    private static boolean in(List<Network> networks, byte[] address) {
        return networks.stream().anyMatch(network -> network.has(address));
    }

    private static List<Network> networks(String... cidrs) {
        return Arrays.stream(cidrs).map(Network::of).toList();
    }
}
