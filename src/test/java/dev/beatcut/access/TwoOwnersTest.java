package dev.beatcut.access;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.session.ApiProfile;
import dev.beatcut.session.Cloud;
import dev.beatcut.state.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody reads, lists, exports or cancels another's things, nor can tell that they exist. */
@QuarkusTest
@TestProfile(TwoOwnersTest.Profile.class)
@QuarkusTestResource(value = Cloud.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Issuer.class, restrictToAnnotatedClass = true)
class TwoOwnersTest {

    /** A server with authentication, which is what the resources above configure. */
    public static class Profile extends ApiProfile {}

    /** Any id of the API: what is asked for is named in what is answered. */
    private static final Pattern ID = Pattern.compile("(ses|med|trn|rnd)_[0-9a-v]+");

    /** What a route wants to be told; it has to be good, or the route would not look for the thing. */
    private static final Map<String, String> BODIES = Map.of(
            "POST /sessions/{session}/media", "{\"name\":\"a.mp4\",\"size\":1000}",
            "POST /sessions/{session}/turns", "{\"text\":\"make it longer\"}");

    @Cloud.Here
    Cloud cloud;

    @Issuer.Here
    Issuer issuer;

    /** Anna's, by the name that paths give them. */
    private final Map<String, String> things = new LinkedHashMap<>();

    private String anna;
    private String ben;

    @BeforeEach
    void anna_has_one_of_everything() {
        cloud.reset();
        cloud.state(2);
        cloud.answer(
                get(urlPathEqualTo("/api/credits/balance/simple")),
                "{\"code\":0,\"data\":{\"available\":90,\"frozen\":10,\"total\":100}}");
        var pending = "{\"code\":0,\"data\":{\"id\":\"r\",\"status\":\"pending\"}}";
        cloud.answer(post(urlPathEqualTo("/api/render/proxy/lambda")), pending);
        cloud.answer(get(urlPathMatching("/api/render/proxy/lambda/.*")), pending);
        anna = issuer.token("anna");
        ben = issuer.token("ben");
        things.clear();
        things.put("session", made("/sessions", "{\"name\":\"of Anna\"}"));
        things.put("media", made(path("/sessions/{session}/media", things), "{\"name\":\"a.mp4\",\"size\":1000}"));
        things.put("turn", made(path("/sessions/{session}/turns", things), "{\"text\":\"status\"}"));
        things.put("render", made(path("/sessions/{session}/renders", things), "{}"));
    }

    private String made(String path, String body) {
        var answer = given().auth()
                .oauth2(anna)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
        assertThat(answer.statusCode()).as(path + answer.asString()).isBetween(200, 202);
        return answer.path("id");
    }

    static List<Route> routesToAThing() {
        return Route.all().stream().filter(route -> !route.names().isEmpty()).toList();
    }

    static List<Route> otherRoutes() {
        return Route.all().stream().filter(route -> route.names().isEmpty()).toList();
    }

    static List<Route> routes() {
        return Route.all();
    }

    @ParameterizedTest
    @MethodSource("routesToAThing")
    void anothers_thing_is_one_that_never_was(Route route) {
        assertThat(things)
                .as("Anna needs one of each; make it above")
                .containsKeys(route.names().toArray(new String[0]));

        var anothers = call(ben, route, things);
        var none = call(ben, route, neverMade());

        assertThat(anothers.statusCode()).as(anothers.asString()).isEqualTo(404);
        assertThat(told(anothers)).isEqualTo(told(none));
        assertThat(call(anna, route, things).statusCode())
                .as("what its owner is answered")
                .isNotIn(401, 404);
    }

    @ParameterizedTest
    @MethodSource("routesToAThing")
    void anothers_thing_is_not_found_in_a_session_of_ones_own_either(Route route) {
        var mixed = new HashMap<>(things);
        mixed.put("session", mine());
        if (route.names().equals(List.of("session"))) {
            assertThat(call(ben, route, mixed).statusCode()).isNotEqualTo(404);
        } else {
            assertThat(call(ben, route, mixed).statusCode()).isEqualTo(404);
        }
    }

    private String mine() {
        return given().auth()
                .oauth2(ben)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/sessions")
                .path("id");
    }

    @ParameterizedTest
    @MethodSource("otherRoutes")
    void what_names_no_thing_tells_nothing_of_anothers(Route route) {
        var hers = call(anna, route, things);
        var his = call(ben, route, things);

        assertThat(hers.statusCode()).as(hers.asString()).isBetween(200, 299);
        assertThat(his.statusCode()).isBetween(200, 299);
        things.values().forEach(id -> assertThat(his.asString()).doesNotContain(id));
        Pattern.compile("\"([^\"\\s]{20,})\"")
                .matcher(hers.asString())
                .results()
                .forEach(secret -> assertThat(his.asString()).doesNotContain(secret.group(1)));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nobody_is_let_in_without_a_good_token(Route route) {
        for (var token : new String[] {null, "", "nonsense", issuer.forged("anna"), issuer.unsigned("anna")}) {
            var answer = call(token, route, things);
            assertThat(answer.statusCode())
                    .as("with %s: %s", token, answer.asString())
                    .isEqualTo(401);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.<String>path("next")).isNotBlank();
        }
    }

    /** A laptop answers no tasks: that this is told shows that the repeated call was heard. */
    @Test
    void an_export_that_comes_again_is_heard_for_whom_to_tell_and_answered_as_at_first() {
        var key = UUID.randomUUID().toString();
        var first = export(key, "{\"quality\":\"draft\"}");
        var heard = export(key, "{\"quality\":\"draft\",\"taskToken\":\"t\"}");
        var again = export(key, "{\"quality\":\"draft\",\"webhook\":null}");

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(202);
        assertThat(heard.statusCode()).isEqualTo(400);
        assertThat(heard.<String>path("detail")).contains("taskToken");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(export(key, "{\"quality\":\"high\"}").statusCode()).isEqualTo(422);
    }

    /** It was begun by the call before, which was told. */
    @Test
    void an_export_that_was_refused_is_heard_when_it_comes_again_and_not_refused_again() {
        cloud.server()
                .stubFor(post(urlPathEqualTo("/api/render/proxy/lambda"))
                        .willReturn(aResponse().withStatus(402).withBody("{\"code\":402,\"message\":\"no\"}")));
        var key = UUID.randomUUID().toString();
        var refused = export(key, "{}");
        var heard = export(key, "{\"webhook\":null}");

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(402);
        assertThat(heard.statusCode()).as(heard.asString()).isEqualTo(202);
        assertThat(heard.<String>path("status")).isEqualTo("FAILED");
        assertThat(heard.<String>path("problem.code")).isEqualTo(refused.path("code"));
    }

    @Test
    void a_turn_is_about_no_file_of_another_owner_or_session() {
        var none = neverMade();
        var his = Map.of("session", mine());
        var hers = Map.of("session", made("/sessions", "{}"));

        assertThat(about(ben, his, things).statusCode()).isEqualTo(404);
        assertThat(told(about(ben, his, things))).isEqualTo(told(about(ben, his, none)));
        assertThat(about(anna, hers, things).statusCode()).isEqualTo(404);
        assertThat(told(about(anna, hers, things))).isEqualTo(told(about(anna, hers, none)));
        assertThat(about(anna, things, things).statusCode())
                .as("where it belongs it is found, and not there yet")
                .isEqualTo(409);
    }

    private static Response about(String token, Map<String, String> session, Map<String, String> file) {
        return named().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"text\":\"make it longer\",\"media\":[\"" + file.get("media") + "\"]}")
                .post(path("/sessions/{session}/turns", session));
    }

    private Response export(String key, String body) {
        return given().auth()
                .oauth2(anna)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path("/sessions/{session}/renders", things));
    }

    /** Answers name their request: one that is always called the same. */
    private static RequestSpecification named() {
        return given().header("X-Request-Id", "same");
    }

    private static Response call(String token, Route route, Map<String, String> named) {
        var call = named().redirects().follow(false).accept(route.accept());
        if (token != null) {
            call.header("Authorization", "Bearer " + token);
        }
        if (route.isPost()) {
            call.header("Idempotency-Key", UUID.randomUUID())
                    .contentType(ContentType.JSON)
                    .body(BODIES.getOrDefault(route.method() + " " + route.path(), "{}"));
        }
        return call.request(route.method(), path(route.path(), named));
    }

    private static String path(String template, Map<String, String> named) {
        var path = template;
        for (var thing : named.entrySet()) {
            path = path.replace("{" + thing.getKey() + "}", thing.getValue());
        }
        return path;
    }

    private Map<String, String> neverMade() {
        var none = new HashMap<String, String>();
        things.forEach((name, id) ->
                none.put(name, id.substring(0, 4) + "0".repeat(id.length() - 4 - Ids.LENGTH) + "v".repeat(Ids.LENGTH)));
        return none;
    }

    /** All of it, but for the id that was asked for. */
    private static String told(Response answer) {
        return ID.matcher(answer.statusLine() + "\n" + answer.headers() + "\n" + answer.asString())
                .replaceAll("an id");
    }
}
