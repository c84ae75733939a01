package dev.beatcut.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "93.184.216.34",
                "100.63.255.255",
                "100.128.0.1",
                "128.0.0.1",
                "168.63.129.15",
                "169.253.1.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.1.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:2800:220:1:248:1893:25c8:1946",
                "2001:200::1",
                "2a00:1450::1",
                "::ffff:93.184.216.34"
            })
    void anybodys(String address) throws UnknownHostException {
        assertThat(reach(address)).isEqualTo(Reach.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "fc00::1",
                "fd20:ce::253",
                "fd12::1"
            })
    void of_this_machine_or_a_private_network(String address) throws UnknownHostException {
        assertThat(reach(address)).isEqualTo(Reach.OWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "100.100.100.200",
                "168.63.129.16",
                "169.254.169.254",
                "169.254.170.2",
                "::ffff:169.254.169.254",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::7f00:1",
                "::a00:1",
                "fe80::1",
                "fec0::1",
                "fd00:c1::a9fe:a9fe",
                "fd00:ec2::254",
                "fd20:ce::254",
                "ff02::1",
                "100::1",
                "64:ff9b::a00:1",
                "64:ff9b:1::a00:1",
                "2002:a00:1::1",
                "2001:0:1::1",
                "2001:db8::1",
                "3fff::1",
                "5f00::1"
            })
    void nobodys(String address) throws UnknownHostException {
        assertThat(reach(address)).isEqualTo(Reach.NEVER);
    }

    private static Reach reach(String address) throws UnknownHostException {
        return Reach.of(InetAddress.getByName(address));
    }
}
