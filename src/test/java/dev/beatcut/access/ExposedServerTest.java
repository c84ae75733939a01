package dev.beatcut.access;

import static io.restassured.RestAssured.given;

import dev.beatcut.session.ApiProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A server that others reach, on a network where everybody may do everything. */
@QuarkusTest
@TestProfile(ExposedServerTest.Profile.class)
class ExposedServerTest {

    public static class Profile extends ApiProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var said = new HashMap<>(super.getConfigOverrides());
            said.put("quarkus.http.host", "0.0.0.0");
            said.put("beatcut.access.open", "true");
            return said;
        }
    }

    /** This machine's address as others write it, where it has one. */
    private static String elsewhere(String path) throws SocketException {
        var address = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(one -> one instanceof Inet4Address && !one.isLoopbackAddress())
                .findFirst();
        Assumptions.assumeTrue(address.isPresent(), "this machine is on no network");
        return "http://" + address.get().getHostAddress() + ":" + RestAssured.port + path;
    }

    @Test
    void everybody_is_the_one_owner() throws SocketException {
        given().get(elsewhere("/sessions")).then().statusCode(200);
        given().get("/sessions").then().statusCode(200);
    }

    /** A machine's own address is this machine, so the way through a proxy stands for another one. */
    @Test
    void the_studio_works_for_its_own_server_alone() throws SocketException {
        given().header("X-Client-Id", UUID.randomUUID())
                .header("X-Forwarded-For", "203.0.113.7")
                .post(elsewhere("/api/auth/anonymous-token"))
                .then()
                .statusCode(403);
        given().header("X-Client-Id", UUID.randomUUID())
                .post("/api/auth/anonymous-token")
                .then()
                .statusCode(200);
    }
}
