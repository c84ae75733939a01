package dev.beatcut.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.beatcut.nemo.AnonymousToken;
import dev.beatcut.nemo.Credentials;
import dev.beatcut.nemo.NemoAddress;
import dev.beatcut.nemo.NemoError;
import dev.beatcut.nemo.RateLimit;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Key;
import dev.beatcut.state.Lease;
import dev.beatcut.state.MemoryTable;
import dev.beatcut.state.MortalTable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class UpstreamTest {

    private static final NemoAddress CLOUD = new NemoAddress(URI.create("https://nemo.example"), null);
    private static final NemoAddress STUDIO = new NemoAddress(null, () -> URI.create("http://127.0.0.1:8080"));
    private static final Owner ANNA = new Owner("anna");

    private final MemoryTable table = new MemoryTable();
    private final JsonMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private volatile Instant now = Instant.parse("2026-11-21T09:00:00Z");
    private final List<String> clientIds = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<String> used = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private Function<String, AnonymousToken> source = clientId -> {
        synchronized (clientIds) {
            clientIds.add(clientId);
            return new AnonymousToken(
                    "t" + clientIds.size(), "anon_" + clientIds.size(), now.plus(Duration.ofDays(7)), 100);
        }
    };

    /** As NemoVideo: one token a client in 7 days. */
    private Function<String, AnonymousToken> oncePerClient() {
        var ends = new HashMap<String, Instant>();
        return clientId -> {
            clientIds.add(clientId);
            if (ends.getOrDefault(clientId, Instant.MIN).isAfter(now)) {
                throw error(429);
            }
            ends.put(clientId, now.plus(Duration.ofDays(7)));
            return new AnonymousToken("t" + ends.size(), "anon_" + ends.size(), ends.get(clientId), 100);
        };
    }

    /** The upstream has answered, and the process is no more. */
    private Function<String, AnonymousToken> dyingAfter(Function<String, AnonymousToken> cloud) {
        return clientId -> {
            cloud.apply(clientId);
            throw new Died();
        };
    }

    private static final class Died extends RuntimeException {}

    /** Another one for the same table is another process, or this one after a restart. */
    private Upstream upstream(NemoAddress address, String ownToken) {
        return upstream(address, ownToken, null);
    }

    private Upstream upstream(NemoAddress address, String ownToken, String ownClientId) {
        var patience = new Patience(wait -> {
            synchronized (waits) {
                waits.add(wait);
                now = now.plus(wait);
            }
        });
        return new Upstream(
                table,
                json,
                () -> now,
                clientId -> source.apply(clientId),
                patience,
                () -> "id" + ids.incrementAndGet(),
                address,
                OwnToken.always(ownToken),
                ownClientId,
                new Attributions("1.2.3", "unknown"));
    }

    private Upstream upstream() {
        return upstream(CLOUD, null);
    }

    private String call(Upstream upstream) {
        return upstream.call(ANNA, Profile.MUSIC_TO_BEST, Credentials::token);
    }

    private Problem refusal(Upstream upstream, NemoError error) {
        try {
            upstream.call(ANNA, Profile.MUSIC_TO_BEST, credentials -> {
                used.add(credentials.token());
                throw error;
            });
        } catch (Problem problem) {
            return problem;
        }
        throw new AssertionError("no problem");
    }

    private static NemoError error(int code) {
        return NemoError.of(code, 200, "why");
    }

    @Test
    void a_token_is_used_again_by_later_calls_and_after_a_restart() {
        assertThat(call(upstream())).isEqualTo("t1");
        assertThat(call(upstream())).isEqualTo("t1");
        assertThat(clientIds).hasSize(1);
    }

    @Test
    void every_owner_has_a_token_of_its_own() {
        var upstream = upstream();
        assertThat(upstream.call(ANNA, Profile.DEFAULT, Credentials::token)).isEqualTo("t1");
        assertThat(upstream.call(new Owner("ben"), Profile.DEFAULT, Credentials::token))
                .isEqualTo("t2");
        assertThat(clientIds).doesNotHaveDuplicates();
    }

    @Test
    void an_expired_token_is_replaced_under_the_same_client_id() {
        call(upstream());
        now = now.plus(Duration.ofDays(8));
        assertThat(call(upstream())).isEqualTo("t2");
        assertThat(clientIds.get(0)).isEqualTo(clientIds.get(1));
    }

    @Test
    void a_refused_token_is_renewed_once_and_the_call_repeated_once() {
        var answer = upstream().call(ANNA, Profile.DEFAULT, credentials -> {
            used.add(credentials.token());
            if (used.size() == 1) {
                throw error(1001);
            }
            return "done";
        });
        assertThat(answer).isEqualTo("done");
        assertThat(used).containsExactly("t1", "t2");
        assertThat(clientIds.get(0)).isEqualTo(clientIds.get(1));
    }

    @Test
    void a_second_refusal_is_a_problem() {
        var problem = refusal(upstream(), error(1001));
        assertThat(problem.code()).isEqualTo(ProblemCode.UPSTREAM_REFUSED);
        assertThat(used).containsExactly("t1", "t2");
    }

    @Test
    void a_token_that_another_process_renewed_is_taken() {
        call(upstream());
        var answer = upstream().call(ANNA, Profile.DEFAULT, credentials -> {
            used.add(credentials.token());
            if (used.size() == 1) {
                refusal(upstream(), error(2001)); // leaves the token alone
                renewElsewhere(credentials.token());
                throw error(1001);
            }
            return credentials.token();
        });
        assertThat(answer).isEqualTo("t2");
        assertThat(clientIds).hasSize(2);
    }

    private void renewElsewhere(String refused) {
        upstream().call(ANNA, Profile.DEFAULT, credentials -> {
            if (credentials.token().equals(refused)) {
                throw error(1001);
            }
            return null;
        });
    }

    @Test
    void many_callers_in_several_processes_ask_for_one_token() throws Exception {
        var tokens = ConcurrentHashMap.<String>newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<Boolean>>();
            for (var i = 0; i < 50; i++) {
                calls.add(threads.submit(() -> tokens.add(call(upstream()))));
            }
            for (var call : calls) {
                call.get();
            }
        }
        assertThat(tokens).containsExactly("t1");
        assertThat(clientIds).hasSize(1);
    }

    @Test
    void a_dead_acquirers_lease_runs_out() {
        new Lease(table, json, () -> now, Tokens.LEASE)
                .take(new Key("access/anna", "token-lease/nemo.example_443"), "dead");
        assertThat(call(upstream())).isEqualTo("t1");
    }

    @Test
    void the_deployments_token_is_used_if_there_is_one_and_not_renewed() {
        var problem = refusal(upstream(CLOUD, "nmv_usr_own"), error(1001));
        assertThat(used).containsExactly("nmv_usr_own");
        assertThat(clientIds).isEmpty();
        assertThat(problem.next()).contains("NEMO_TOKEN");
    }

    @Test
    void the_deployments_token_is_not_shown_to_the_built_in_studio() {
        assertThat(call(upstream(STUDIO, "nmv_usr_own"))).isEqualTo("t1");
    }

    @Test
    void a_token_of_one_upstream_is_not_shown_to_another() {
        assertThat(call(upstream(STUDIO, null))).isEqualTo("t1");
        assertThat(call(upstream())).isEqualTo("t2");
        assertThat(call(upstream(STUDIO, null))).isEqualTo("t1");
    }

    @Test
    void the_headers_are_the_profiles() {
        var attribution = upstream().call(ANNA, Profile.MUSIC_TO_BEST, Credentials::attribution);
        assertThat(attribution.source()).isEqualTo("music-to-best");
        assertThat(attribution.version()).isEqualTo("1.2.3");
        assertThat(attribution.platform()).isEqualTo("unknown");
    }

    @Test
    void a_rate_limit_is_tried_once_more_after_thirty_seconds() {
        var problem = refusal(upstream(), error(429));
        assertThat(used).hasSize(2);
        assertThat(waits).containsExactly(Duration.ofSeconds(30));
        assertThat(problem.code()).isEqualTo(ProblemCode.RATE_LIMITED);
    }

    @Test
    void a_rate_limit_on_the_token_is_a_clear_problem() {
        source = clientId -> {
            throw error(429);
        };
        assertThatThrownBy(() -> call(upstream()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.RATE_LIMITED));
        assertThat(waits).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void a_token_that_was_lost_on_the_way_makes_the_owner_another_client() {
        var cloud = oncePerClient();
        source = dyingAfter(cloud);
        assertThatThrownBy(() -> call(upstream())).isInstanceOf(Died.class);
        source = cloud;

        assertThat(call(upstream())).isEqualTo("t2");
        assertThat(call(upstream())).isEqualTo("t2");
        var lost = clientIds.getFirst();
        assertThat(clientIds).hasSize(4).startsWith(lost, lost, lost);
        assertThat(clientIds.getLast()).isNotEqualTo(lost);
    }

    @Test
    void a_renewed_token_that_was_lost_on_the_way_makes_the_owner_another_client_too() {
        var cloud = oncePerClient();
        source = cloud;
        call(upstream());
        now = now.plus(Duration.ofDays(8));
        source = dyingAfter(cloud);
        assertThatThrownBy(() -> call(upstream())).isInstanceOf(Died.class);
        source = cloud;

        var answer = upstream().call(ANNA, Profile.DEFAULT, credentials -> {
            if (credentials.token().equals("t1")) {
                throw error(1001);
            }
            return credentials.token();
        });
        assertThat(answer).isEqualTo("t2");
        assertThat(clientIds.getLast()).isNotEqualTo(clientIds.getFirst());
    }

    @Test
    void another_client_id_is_stored_before_it_is_asked_for() {
        source = clientId -> {
            clientIds.add(clientId);
            if (!clientId.equals(clientIds.getFirst())) {
                throw new Died();
            }
            throw error(429);
        };
        assertThatThrownBy(() -> call(upstream())).isInstanceOf(Died.class);
        now = now.plus(Tokens.LEASE);
        assertThatThrownBy(() -> call(upstream())).isInstanceOf(Died.class);
        assertThat(clientIds.stream().distinct()).hasSize(2);
    }

    /** The table and the upstream's answer are passed by each process that may die there, for good. */
    @Test
    void wherever_a_process_dies_the_next_call_has_a_token_and_one_is_lost_at_most() {
        int deaths = 0;
        while (diesAfter(deaths)) {
            deaths++;
        }
        assertThat(deaths).isGreaterThan(5);
    }

    private static boolean diesAfter(int steps) {
        var one = new UpstreamTest();
        var cloud = one.oncePerClient();
        one.source = cloud;
        boolean died = false;
        try {
            one.call(one.mortal(cloud, steps));
        } catch (Died dead) {
            died = true;
        }
        var token = one.call(one.upstream());
        assertThat(one.call(one.upstream())).as("step %d", steps).isEqualTo(token);
        assertThat(one.clientIds.stream().distinct()).as("step %d", steps).hasSizeLessThanOrEqualTo(2);
        assertThat(token).as("step %d", steps).isIn("t1", "t2");
        return died;
    }

    private Upstream mortal(Function<String, AnonymousToken> cloud, int steps) {
        var left = new AtomicInteger(steps);
        Runnable step = () -> {
            if (left.getAndDecrement() <= 0) {
                throw new Died();
            }
        };
        return new Upstream(
                new MortalTable(table, step),
                json,
                () -> now,
                clientId -> {
                    step.run();
                    var token = cloud.apply(clientId);
                    step.run();
                    return token;
                },
                new Patience(wait -> now = now.plus(wait)),
                () -> "mortal" + ids.incrementAndGet(),
                CLOUD,
                OwnToken.NONE,
                null,
                new Attributions("1.2.3", "unknown"));
    }

    @Test
    void an_owner_becomes_another_client_once_a_day_at_most() {
        source = clientId -> {
            clientIds.add(clientId);
            throw error(429);
        };
        for (var i = 0; i < 3; i++) {
            assertThatThrownBy(() -> call(upstream())).isInstanceOf(Problem.class);
        }
        assertThat(clientIds.stream().distinct()).hasSize(2);
        now = now.plus(Duration.ofDays(1));
        assertThatThrownBy(() -> call(upstream())).isInstanceOf(Problem.class);
        assertThat(clientIds.stream().distinct()).hasSize(3);
    }

    @Test
    void a_token_is_renewed_a_minute_before_its_end() {
        call(upstream());
        now = now.plus(Duration.ofDays(7)).minusSeconds(61);
        assertThat(call(upstream())).isEqualTo("t1");
        now = now.plusSeconds(2);
        assertThat(call(upstream())).isEqualTo("t2");
        assertThat(clientIds.stream().distinct()).hasSize(1);
    }

    @Test
    void a_token_that_is_not_renewed_yet_goes_on_being_used_as_the_same_client() {
        source = oncePerClient();
        call(upstream());
        var cloud = source;
        now = now.plus(Duration.ofDays(7)).minusSeconds(30);
        assertThat(call(upstream())).isEqualTo("t1");
        source = clientId -> { // its clock is behind ours
            clientIds.add(clientId);
            throw error(429);
        };
        now = now.plusSeconds(40);
        assertThat(call(upstream())).isEqualTo("t1");
        source = cloud;
        assertThat(call(upstream())).isEqualTo("t1"); // a new one, of the same client
        assertThat(clientIds).hasSize(4);
        assertThat(clientIds.stream().distinct()).hasSize(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void the_configured_client_id_is_the_laptop_owners_alone() {
        var upstream = upstream(CLOUD, null, "mine");
        upstream.call(Owner.LOCAL, Profile.DEFAULT, Credentials::token);
        upstream.call(ANNA, Profile.DEFAULT, Credentials::token);
        upstream(STUDIO, null, "mine").call(Owner.LOCAL, Profile.DEFAULT, Credentials::token);

        assertThat(clientIds).hasSize(3).startsWith("mine").doesNotHaveDuplicates();
    }

    @Test
    void a_rate_limit_keeps_the_time_that_the_upstream_named() {
        var problem = refusal(upstream(), RateLimit.until(Duration.ofMinutes(5)));
        assertThat(problem.retryAfter()).contains(Duration.ofMinutes(5));
        assertThat(waits).isEmpty();
        assertThat(refusal(upstream(), error(429)).retryAfter()).isEmpty();
    }

    @Test
    void no_credits_of_an_anonymous_caller_give_the_registration_link_that_binds() {
        var problem = refusal(upstream(), error(2001));
        assertThat(problem.code()).isEqualTo(ProblemCode.NO_CREDITS);
        assertThat(problem.next()).endsWith("https://nemovideo.com/register?bind=anon_1");
        assertThat(used).hasSize(1);
    }

    @Test
    void no_credits_of_a_registered_caller_mean_topping_up() {
        assertThat(refusal(upstream(CLOUD, "own"), error(2001)).next()).isEqualTo("Top up credits in your account.");
    }

    @Test
    void the_built_in_studio_never_sends_anybody_to_nemo_video() {
        for (var code : new int[] {1001, 1002, 2001, 4001, 4002, 400, 402, 403, 429, 500}) {
            assertThat(refusal(upstream(STUDIO, null), error(code)).next()).doesNotContain("nemovideo.com");
        }
    }

    @Test
    void a_blocked_export_is_not_about_credits() {
        var problem = refusal(upstream(), error(402));
        assertThat(problem.code()).isEqualTo(ProblemCode.EXPORT_BLOCKED);
        assertThat(problem.next()).contains("Register or upgrade", "not about credits");
    }

    @Test
    void a_blocked_export_looks_at_our_own_headers_first() {
        var noVersion = new Upstream(
                table,
                json,
                () -> now,
                source,
                new Patience(wait -> {}),
                () -> "id" + ids.incrementAndGet(),
                CLOUD,
                OwnToken.NONE,
                null,
                new Attributions("", "unknown"));
        assertThat(refusal(noVersion, error(402)).next()).contains("beatcut.skill.version");
    }

    @Test
    void other_refusals_name_the_step_that_helps() {
        assertThat(refusal(upstream(), error(1002)).code()).isEqualTo(ProblemCode.UPSTREAM_SESSION_GONE);
        assertThat(refusal(upstream(), error(4001)).next()).contains("mp4", "aac");
        assertThat(refusal(upstream(), error(4002)).next()).contains("500 MB");
        assertThat(refusal(upstream(), NemoError.of(0, 502, "html")).code())
                .isEqualTo(ProblemCode.UPSTREAM_UNREACHABLE);
    }

    @Test
    void no_problem_shows_a_token_of_another_form() {
        var problem = refusal(
                upstream(CLOUD, "sk-live/of+another=form"), NemoError.of(2001, 200, "sk-live/of+another=form is out"));
        assertThat(problem.detail()).isEqualTo("[token] is out");
    }

    @Test
    void no_problem_shows_the_token() {
        source = clientId -> new AnonymousToken("nmv_usr_secret", null, null, 0);
        var problem = refusal(upstream(), NemoError.of(2001, 200, "nmv_usr_secret has no credits"));
        assertThat(problem.detail() + problem.next()).doesNotContain("secret");
        assertThat(problem.next()).contains("https://nemovideo.com/register (");
    }

    @Test
    void an_own_token_that_was_changed_in_its_place_is_tried_once_instead_of_the_refused_one() {
        var kept = new OwnToken() {
            private String now = "old";

            @Override
            public String get() {
                return now;
            }

            @Override
            public String insteadOf(String refused) {
                now = "new";
                return now;
            }
        };
        var upstream = new Upstream(
                table,
                json,
                () -> now,
                source,
                new Patience(wait -> {}),
                () -> "id",
                CLOUD,
                kept,
                null,
                new Attributions("1.2.3", "unknown"));
        var tried = new ArrayList<String>();
        String answer = upstream.call(ANNA, Profile.MUSIC_TO_BEST, with -> {
            tried.add(with.token());
            if (with.token().equals("old")) {
                throw error(1001);
            }
            return with.token();
        });
        assertThat(answer).isEqualTo("new");
        assertThat(tried).containsExactly("old", "new");
    }
}
