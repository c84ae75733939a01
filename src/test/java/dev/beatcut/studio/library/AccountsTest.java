package dev.beatcut.studio.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.MemoryTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {

    private static final String CLIENT = "0b9f7a52-3f0e-4a86-9f3c-3f5d4a8e2c11";

    @TempDir
    Path folder;

    private final Node.Clock clock = new Node.Clock();
    private final MemoryTable table = new MemoryTable();

    @Test
    void a_teams_studio_knows_one_token_and_gives_none_away() {
        var settings = new Settings(folder, 1, 100, 1000, Optional.of("a-token-of-the-team"));
        try (var node = new Node(table, folder, clock, new FakeCraft(), settings)) {
            assertThat(node.accounts.user("a-token-of-the-team")).contains("team");
            assertThat(node.accounts.account("team").available()).isEqualTo(100);
            node.accounts.freeze("team", "turn_1", 4);
            node.accounts.settle("team", "turn_1");
            assertThat(node.accounts.user("a-token-of-the-team")).contains("team");
            assertThat(node.accounts.account("team").available())
                    .as("filled once")
                    .isEqualTo(96);

            assertThat(node.accounts.user("a-token-of-the-teaM")).isEmpty();
            assertThatThrownBy(() -> node.accounts.issue(CLIENT))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.FORBIDDEN));
        }
    }

    @Test
    void a_token_from_before_the_team_had_its_own_is_good_no_more() {
        String anonymous;
        try (var node = node()) {
            anonymous = node.accounts.issue(CLIENT).token();
        }
        var settings = new Settings(folder, 1, 100, 1000, Optional.of("a-token-of-the-team"));
        try (var node = new Node(table, folder, clock, new FakeCraft(), settings)) {
            assertThat(node.accounts.user(anonymous)).isEmpty();
        }
    }

    @Test
    void a_token_that_could_be_guessed_or_not_be_sent_is_refused_at_the_start() {
        for (var weak : List.of(
                "secret", "a token of the team", "a-token-of-the-teäm", "{\"NEMO_TOKEN\":\"a-token-of-the-team\"}")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TeamToken(Optional.of(weak)))
                    .withMessageContaining("BEATCUT_STUDIO_TOKEN")
                    .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(weak));
        }
        assertThat(new TeamToken(Optional.of("a-token-of-the-team\n")).is("a-token-of-the-team"))
                .isTrue();
    }

    @Test
    void a_client_gets_one_token_while_it_is_good_and_the_same_account_after() {
        try (var node = node()) {
            var first = node.accounts.issue(CLIENT);
            clock.forward(Duration.ofDays(7).minusSeconds(1));

            assertThatThrownBy(() -> node.accounts.issue(CLIENT))
                    .isInstanceOfSatisfying(TokenStillGood.class, early -> assertThat(early.remaining())
                            .isEqualTo(Duration.ofSeconds(1)));
            assertThat(node.accounts.user(first.token())).contains(first.userId());

            clock.forward(Duration.ofSeconds(1));
            var second = node.accounts.issue(CLIENT);

            assertThat(node.accounts.user(first.token())).isEmpty();
            assertThat(node.accounts.user(second.token())).contains(first.userId());
            assertThat(second.credits()).isEqualTo(100);
        }
    }

    @Test
    void a_client_id_that_can_be_guessed_opens_no_old_account() {
        try (var node = node()) {
            var first = node.accounts.issue("client-1773423613-17");
            clock.forward(Duration.ofDays(7));

            assertThat(node.accounts.issue("client-1773423613-17").userId()).isNotEqualTo(first.userId());
        }
    }

    @Test
    void a_token_that_is_ended_early_is_followed_by_one_for_the_same_account_without_new_credits() {
        try (var node = node()) {
            var first = node.accounts.issue(CLIENT);
            node.accounts.freeze(first.userId(), "turn_1", 4);
            node.accounts.settle(first.userId(), "turn_1");
            clock.forward(Duration.ofDays(1));

            node.accounts.expire(first.token());
            var second = node.accounts.issue(CLIENT);

            assertThat(node.accounts.user(first.token())).isEmpty();
            assertThat(node.accounts.user(second.token())).contains(first.userId());
            assertThat(second.credits()).isEqualTo(96);
            assertThat(second.expiresAt()).isEqualTo(first.expiresAt());
            assertThatThrownBy(() -> node.accounts.issue(CLIENT)).isInstanceOf(TokenStillGood.class);
        }
    }

    @Test
    void a_client_id_that_can_be_guessed_opens_no_old_account_after_an_early_end_either() {
        try (var node = node()) {
            var first = node.accounts.issue("client-1773423613-17");

            node.accounts.expire(first.token());

            assertThat(node.accounts.issue("client-1773423613-17").userId()).isNotEqualTo(first.userId());
        }
    }

    @Test
    void a_token_is_not_kept_in_readable_form() {
        try (var node = node()) {
            var token = node.accounts.issue(UUID.randomUUID().toString()).token();

            assertThat(token).matches("nmv_usr_[0-9a-f]{48}");
            for (var partition :
                    new String[] {"studio/token", "studio/client-token", "studio/account", "studio/client"}) {
                assertThat(table.list(partition, "", 10, null, clock.instant()).items())
                        .noneMatch(item -> item.toString().contains(token.substring(8)))
                        .hasSize(1);
            }
        }
    }

    private Node node() {
        return new Node(table, folder, clock, new FakeCraft(), new Settings(folder.resolve("scratch")));
    }
}
