package dev.beatcut.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatcut.nemo.Attribution;
import dev.beatcut.nemo.Credentials;
import dev.beatcut.nemo.NemoError;
import dev.beatcut.nemo.RateLimit;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each error of nemo-api.md §7 to each kind of caller: the code, and what helps. */
class RefusalsTest {

    private static final String FORMATS = "mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac";
    private static final Credentials SIGNED =
            new Credentials("nmv_usr_x", new Attribution("music-to-best", "1.0.0", "unknown"));

    private enum Caller {
        ANONYMOUS(new Account(SIGNED, true, "anon_1", false)),
        REGISTERED(new Account(SIGNED, false, null, false)),
        BUILT_IN(new Account(SIGNED, true, "anon_1", true));

        private final Account account;

        Caller(Account account) {
            this.account = account;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1001 | ANONYMOUS  | UPSTREAM_REFUSED      | A new token was refused as well
            1001 | REGISTERED | UPSTREAM_REFUSED      | NEMO_TOKEN is refused: put a valid one there
            1001 | BUILT_IN   | UPSTREAM_REFUSED      | A new token was refused as well
            401  | REGISTERED | UPSTREAM_REFUSED      | NEMO_TOKEN is refused
            1002 | ANONYMOUS  | UPSTREAM_SESSION_GONE | the old timeline is gone
            1002 | REGISTERED | UPSTREAM_SESSION_GONE | the old timeline is gone
            1002 | BUILT_IN   | UPSTREAM_SESSION_GONE | the old timeline is gone
            2001 | ANONYMOUS  | NO_CREDITS            | https://nemovideo.com/register?bind=anon_1
            2001 | REGISTERED | NO_CREDITS            | Top up credits in your account.
            2001 | BUILT_IN   | NO_CREDITS            | GET /credits tells what is left
            4002 | ANONYMOUS  | FILE_TOO_LARGE        | Compress or trim it: 500 MB are accepted.
            4002 | REGISTERED | FILE_TOO_LARGE        | Compress or trim it: 500 MB are accepted.
            4002 | BUILT_IN   | FILE_TOO_LARGE        | Compress or trim it: 500 MB are accepted.
            413  | ANONYMOUS  | FILE_TOO_LARGE        | Compress or trim it
            400  | ANONYMOUS  | UPSTREAM_REFUSED      | Say it in another way
            400  | REGISTERED | UPSTREAM_REFUSED      | Say it in another way
            400  | BUILT_IN   | UPSTREAM_REFUSED      | Say it in another way
            402  | ANONYMOUS  | EXPORT_BLOCKED        | Register or upgrade your plan to unlock export
            402  | REGISTERED | EXPORT_BLOCKED        | Upgrade your plan to unlock export
            402  | BUILT_IN   | EXPORT_BLOCKED        | See what the studio says.
            403  | ANONYMOUS  | FORBIDDEN             | https://nemovideo.com/register?bind=anon_1
            403  | REGISTERED | FORBIDDEN             | Upgrade your plan
            403  | BUILT_IN   | FORBIDDEN             | See what the studio says.
            404  | ANONYMOUS  | NOT_FOUND             | Check the id.
            404  | REGISTERED | NOT_FOUND             | Check the id.
            404  | BUILT_IN   | NOT_FOUND             | Check the id.
            429  | ANONYMOUS  | RATE_LIMITED          | Try again later
            429  | REGISTERED | RATE_LIMITED          | Try again later
            429  | BUILT_IN   | RATE_LIMITED          | Try again later
            500  | ANONYMOUS  | UPSTREAM_UNREACHABLE  | Try again in a minute.
            502  | REGISTERED | UPSTREAM_UNREACHABLE  | Try again in a minute.
            503  | BUILT_IN   | UPSTREAM_UNREACHABLE  | Try again in a minute.
            """)
    void a_refusal_names_what_helps(int code, Caller caller, ProblemCode expected, String next) {
        var problem = Refusals.problem(NemoError.of(code, 200, "What the upstream says"), caller.account);

        assertThat(problem.code()).isEqualTo(expected);
        assertThat(problem.detail()).isEqualTo("What the upstream says");
        assertThat(problem.next()).contains(next).endsWith(lastOf(problem));
        if (caller != Caller.ANONYMOUS) {
            assertThat(problem.next()).doesNotContain("register");
        }
    }

    private static String lastOf(Problem problem) {
        return problem.next().contains("https://") ? "anon_1" : ".";
    }

    @ParameterizedTest
    @CsvSource({"ANONYMOUS", "REGISTERED", "BUILT_IN"})
    void a_format_that_is_not_accepted_is_answered_with_those_that_are(Caller caller) {
        var problem = Refusals.problem(NemoError.of(4001, 200, "No"), caller.account);

        assertThat(problem.code()).isEqualTo(ProblemCode.UNSUPPORTED_FORMAT);
        assertThat(problem.next()).contains(FORMATS);
    }

    /** Rule 16. */
    @ParameterizedTest
    @CsvSource({"ANONYMOUS", "REGISTERED"})
    void rule_16_a_plan_is_not_credits_and_credits_are_not_a_plan(Caller caller) {
        var plan = Refusals.problem(NemoError.of(402, 402, "Blocked"), caller.account);
        var credits = Refusals.problem(NemoError.of(2001, 200, "None left"), caller.account);

        assertThat(plan.next()).contains("not about credits").doesNotContain("Top up", "more credits");
        assertThat(credits.next()).doesNotContain("plan");
    }

    @Test
    void rule_16_a_blocked_export_looks_at_our_own_headers_before_it_blames_the_plan() {
        for (var attribution : new Attribution[] {
            new Attribution("", "1", "x"), new Attribution("a", "", "x"), new Attribution("a", "1", "")
        }) {
            var unsigned = new Account(new Credentials("nmv_usr_x", attribution), true, "anon_1", false);
            var problem = Refusals.problem(NemoError.of(402, 402, "Blocked"), unsigned);

            assertThat(problem.detail()).contains("header of ours is empty").doesNotContain("nmv_usr_");
            assertThat(problem.next()).contains("beatcut.skill").doesNotContain("plan", "credits");
        }
    }

    @Test
    void a_link_binds_the_user_that_the_error_names_and_nobody_where_none_is_known() {
        var nobody = new Account(SIGNED, true, null, false);
        var odd = new Account(SIGNED, true, "x&token=1", false);
        var none = NemoError.of(2001, 200, "None left");

        assertThat(Refusals.problem(none, nobody).next()).endsWith("/register (this project may not carry over)");
        assertThat(Refusals.problem(none, odd).next()).endsWith("/register (this project may not carry over)");
    }

    /** Rule 17. */
    @Test
    void rule_17_a_rate_limit_tells_when_to_come_again_where_that_is_known() {
        var limited = Refusals.problem(RateLimit.until(Duration.ofSeconds(90)), Caller.ANONYMOUS.account);

        assertThat(limited.next()).isEqualTo("Try again in 90 s.");
        assertThat(limited.retryAfter()).contains(Duration.ofSeconds(90));
    }
}
