package dev.beatcut.studio.library;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Key;
import dev.beatcut.state.Records;
import dev.beatcut.state.Table;
import dev.beatcut.state.Versioned;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Accounts, anonymous or a team's, the tokens that open them, and their credits. */
@Singleton
public final class Accounts {

    /** @param token shown this once; the studio keeps only its fingerprint */
    public record Issued(String token, String userId, Instant expiresAt, long credits) {}

    /** A client that came before, remembered longer than its token, so that its projects are found again. */
    record Client(String userId) {}

    /** What a token opens, and which client it was issued to. */
    record Grant(String userId, String client) {}

    /** @param expired whether the client's token ended before its time, so that another may follow */
    record Claim(String userId, boolean expired) {}

    private final Records<Client> clients;
    private final Records<Claim> current;
    private final Records<Grant> tokens;
    private final Records<Account> accounts;
    private final StudioSettings settings;
    private final TeamToken team;
    private final Mint mint;
    private final InstantSource clock;

    public Accounts(Table table, ObjectMapper json, InstantSource clock, StudioSettings settings, Mint mint) {
        this.clients = Records.of(table, json, Client.class, clock);
        this.current = Records.of(table, json, Claim.class, clock);
        this.tokens = Records.of(table, json, Grant.class, clock);
        this.accounts = Records.of(table, json, Account.class, clock);
        this.settings = settings;
        this.team = new TeamToken(settings.token());
        this.mint = mint;
        this.clock = clock;
    }

    /**
     * One token a client while it is good; later the same client gets a new one for the same account.
     *
     * @throws TokenStillGood if the client's last token has not expired
     * @throws Problem FORBIDDEN where only a team's own token is good
     */
    public Issued issue(String clientId) {
        if (team.isSet()) {
            throw new Problem(
                    ProblemCode.FORBIDDEN,
                    "This studio works for its own team and gives no tokens away.",
                    "Set NEMO_TOKEN to the studio's token.");
        }
        var client = Mint.fingerprint(clientId);
        var early = current.get(claimKey(client)).filter(claim -> claim.value().expired());
        if (early.isPresent() && isUuid(clientId)) {
            return again(client, early.get());
        }
        early.ifPresent(current::delete);
        return first(clientId, client);
    }

    private Issued first(String clientId, String client) {
        var expires = clock.instant().plus(settings.tokenLifetime());
        var user = isUuid(clientId) ? known(client) : mint.userId();
        claim(claimKey(client), new Claim(user, false), expires);
        open(user, 0);
        var filled = change(user, account -> account.refill(settings.credits()));
        return token(new Grant(user, client), expires, filled);
    }

    /** A token for what is left of the seven days, and no new credits. */
    private Issued again(String client, Versioned<Claim> early) {
        var user = early.value().userId();
        try {
            current.update(early, new Claim(user, false), null);
        } catch (Conflict raced) {
            throw new TokenStillGood(Duration.between(clock.instant(), early.expires()));
        }
        return token(new Grant(user, client), early.expires(), account(user));
    }

    private Issued token(Grant grant, Instant expires, Account account) {
        var token = mint.token();
        tokens.insert(tokenKey(token), grant, null, expires);
        return new Issued(token, grant.userId(), expires, account.available());
    }

    /** Ends a token before its time. Its client can get another one, for the same account as it stands. */
    public void expire(String token) {
        tokens.get(tokenKey(token)).ifPresent(grant -> {
            try {
                tokens.delete(grant);
            } catch (Conflict expiredAlready) {
                return;
            }
            current.change(claimKey(grant.value().client()), claim -> new Claim(claim.userId(), true));
        });
    }

    /** The user that {@code token} speaks for; empty if it is unknown or has expired. */
    public Optional<String> user(String token) {
        if (team.isSet()) {
            return Optional.of(token).filter(team::is).map(right -> {
                open(TeamToken.USER, settings.credits());
                return TeamToken.USER;
            });
        }
        return tokens.get(tokenKey(token)).map(grant -> grant.value().userId());
    }

    public Account account(String userId) {
        return accounts.get(accountKey(userId))
                .map(Versioned::value)
                .orElseThrow(() -> Problem.notFound("account", userId));
    }

    /** @throws Problem NO_CREDITS if {@code price} cannot be paid; nothing is changed then */
    void freeze(String userId, String turn, long price) {
        change(userId, account -> {
            if (!account.holds(turn) && !account.canPay(price)) {
                throw new Problem(
                        ProblemCode.NO_CREDITS,
                        "This edit costs " + price + " credits and " + account.available() + " are left.",
                        "Top up credits in your account.");
            }
            return account.freeze(turn, price);
        });
    }

    void settle(String userId, String turn) {
        change(userId, account -> account.settle(turn));
    }

    void release(String userId, String turn) {
        change(userId, account -> account.release(turn));
    }

    /** The account that this client had before. Only a UUID is secret enough to be given an old account for. */
    private String known(String client) {
        var key = new Key("studio/client", client);
        return clients.get(key).map(seen -> seen.value().userId()).orElseGet(() -> {
            try {
                return clients.insert(key, new Client(mint.userId())).value().userId();
            } catch (Conflict raced) {
                return clients.get(key).orElseThrow().value().userId();
            }
        });
    }

    private void open(String userId, long credits) {
        if (accounts.get(accountKey(userId)).isEmpty()) {
            try {
                accounts.insert(accountKey(userId), new Account(userId, credits, Map.of()));
            } catch (Conflict raced) {
                // It is there, which is all that was wanted.
            }
        }
    }

    private void claim(Key key, Claim claim, Instant expires) {
        try {
            current.insert(key, claim, null, expires);
        } catch (Conflict taken) {
            var until = current.get(key).map(Versioned::expires).orElse(expires);
            throw new TokenStillGood(Duration.between(clock.instant(), until));
        }
    }

    private Account change(String userId, UnaryOperator<Account> change) {
        return accounts.change(accountKey(userId), change)
                .map(Versioned::value)
                .orElseThrow(() -> Problem.notFound("account", userId));
    }

    private static boolean isUuid(String clientId) {
        try {
            return clientId.length() == 36 && UUID.fromString(clientId) != null;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private static Key tokenKey(String token) {
        return new Key("studio/token", Mint.fingerprint(token));
    }

    private static Key claimKey(String client) {
        return new Key("studio/client-token", client);
    }

    private static Key accountKey(String userId) {
        return new Key("studio/account", userId);
    }
}
