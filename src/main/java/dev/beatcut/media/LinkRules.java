package dev.beatcut.media;

import dev.beatcut.problem.Problem;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/** What is refused of a caller's URL before the upstream is asked to fetch it: https and a public address are needed. */
final class LinkRules {

    private final boolean privateAllowed;

    /** @param privateAllowed http and private addresses too: for networks of one's own */
    LinkRules(boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    void check(URI url) {
        boolean web =
                "https".equalsIgnoreCase(url.getScheme()) || privateAllowed && "http".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null || url.getUserInfo() != null) {
            throw refused("The url is not a plain https address.");
        }
        if (!privateAllowed && !isPublic(url.getHost())) {
            throw refused("The url's host is not at a public address.");
        }
    }

    private static boolean isPublic(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).noneMatch(LinkRules::isInside);
        } catch (UnknownHostException nowhere) {
            throw refused("The url's host cannot be found.");
        }
    }

    private static boolean isInside(InetAddress address) {
        var bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        boolean carrierGrade = bytes.length == 4 && (bytes[0] & 0xFF) == 100 && (bytes[1] & 0xC0) == 64;
        return uniqueLocal
                || carrierGrade
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    private static Problem refused(String detail) {
        return Problem.invalid(detail, "Give an https link that anybody can fetch, or put the file's bytes here.");
    }
}
