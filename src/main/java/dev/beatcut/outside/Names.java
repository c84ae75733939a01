package dev.beatcut.outside;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What host names mean now. */
@FunctionalInterface
interface Names {

    Names OF_THE_SYSTEM = InetAddress::getAllByName;

    /** @param host a name, or an address in any form that the JVM knows */
    InetAddress[] resolve(String host) throws UnknownHostException;
}
