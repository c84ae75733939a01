package dev.beatcut.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.beatcut.session.Cloud;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token makes of its bearer. */
@QuarkusTest
@TestProfile(TwoOwnersTest.Profile.class)
@QuarkusTestResource(value = Cloud.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Issuer.class, restrictToAnnotatedClass = true)
class TokenTest {

    @Cloud.Here
    Cloud cloud;

    @Issuer.Here
    Issuer issuer;

    @BeforeEach
    void as_it_is() {
        cloud.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth0|123", "anna@example.com", "local", "..", "a b"})
    void its_subject_is_the_owner_whatever_it_looks_like(String subject) {
        var mine = subject + (subject.equals("local") || subject.equals("..") ? "" : UUID.randomUUID());
        var session =
                open(issuer.token(mine), null).then().statusCode(201).extract().<String>path("id");

        get(issuer.token(mine), "/sessions/" + session).then().statusCode(200);
        get(issuer.token("somebody"), "/sessions/" + session).then().statusCode(404);
    }

    @Test
    void other_claims_make_nobody_an_owner() {
        var fresh = UUID.randomUUID().toString();
        open(issuer.token(fresh), null);
        var other = issuer.token(Map.of("sub", "other-" + fresh, "preferred_username", fresh, "upn", fresh));

        get(other, "/sessions").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void one_that_names_nobody_or_is_over_or_of_another_issuer_is_refused() {
        var none = issuer.token(Map.of("name", "Anna"));
        var old = issuer.token(Map.of("sub", "anna", "exp", Instant.now().getEpochSecond() - 60));
        var strange = issuer.token(Map.of("sub", "anna", "iss", "https://other.example"));
        for (var token : new String[] {none, old, strange}) {
            get(token, "/sessions")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""))
                    .body("code", equalTo("TokenRefused"));
        }
        given().get("/sessions")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("code", equalTo("Unauthenticated"));
    }

    @Test
    void two_owners_may_use_one_key() {
        var key = UUID.randomUUID().toString();
        var annas =
                open(issuer.token("anna"), key).then().statusCode(201).extract().<String>path("id");
        var bens =
                open(issuer.token("ben"), key).then().statusCode(201).extract().<String>path("id");

        assertThat(annas).isNotEqualTo(bens);
        assertThat(open(issuer.token("anna"), key).<String>path("id")).isEqualTo(annas);
    }

    @Test
    void health_and_the_description_are_open_and_the_description_tells_of_tokens() {
        given().get("/q/health/ready").then().statusCode(200);
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("components.securitySchemes.token.scheme", equalTo("bearer"))
                .body("security.token", hasSize(1));
    }

    private static Response open(String token, String key) {
        var call = given().auth().oauth2(token).contentType(ContentType.JSON).body("{}");
        return (key == null ? call : call.header("Idempotency-Key", key)).post("/sessions");
    }

    private static Response get(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }
}
