package dev.beatcut.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.nemo.AnonymousToken;
import dev.beatcut.nemo.Credentials;
import dev.beatcut.nemo.Nemo;
import dev.beatcut.nemo.NemoAddress;
import dev.beatcut.nemo.NemoConfig;
import dev.beatcut.nemo.NemoError;
import dev.beatcut.nemo.NemoErrorKind;
import dev.beatcut.problem.Problem;
import dev.beatcut.state.Table;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls the upstream for an owner: with the owner's token, with a new one and once more after 1001, once more after a
 * rate limit. What else it refuses is a {@link Problem}.
 */
@Singleton
public final class Upstream {

    private final Tokens tokens;
    private final Attributions attributions;
    private final Patience patience;
    private final OwnToken ownToken;
    private final boolean builtIn;

    @Inject
    Upstream(
            Table table,
            ObjectMapper json,
            InstantSource clock,
            Nemo nemo,
            NemoAddress address,
            NemoConfig config,
            OwnToken ownToken,
            Attributions attributions) {
        this(
                table,
                json,
                clock,
                nemo::anonymousToken,
                Patience.real(),
                () -> UUID.randomUUID().toString(),
                address,
                ownToken,
                said(config.clientId()),
                attributions);
    }

    static String said(Optional<String> configured) {
        return configured.map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
    }

    /**
     * @param ownToken is not the built-in studio's, and not shown to it
     * @param ownClientId what {@link Owner#LOCAL} begins with there, or null; other owners have their own
     */
    Upstream(
            Table table,
            ObjectMapper json,
            InstantSource clock,
            Function<String, AnonymousToken> source,
            Patience patience,
            Supplier<String> ids,
            NemoAddress address,
            OwnToken ownToken,
            String ownClientId,
            Attributions attributions) {
        this.builtIn = address.builtIn();
        boolean given = ownClientId != null && !builtIn;
        Function<Owner, String> first = owner -> given && owner.equals(Owner.LOCAL) ? ownClientId : ids.get();
        this.tokens = new Tokens(table, json, clock, source, patience, ids, first, address.name());
        this.attributions = attributions;
        this.patience = patience;
        this.ownToken = builtIn ? OwnToken.NONE : ownToken;
    }

    /**
     * @param call is repeated only when the upstream refused it before any work; what it throws is not repeated
     * otherwise
     * @throws Problem if the upstream refuses or cannot be reached
     */
    public <T> T call(Owner owner, Profile profile, Function<Credentials, T> call) {
        var account = account(owner, profile, null);
        try {
            return patience.withRateLimit(() -> call.apply(account.credentials()));
        } catch (NemoError e) {
            if (e.kind() != NemoErrorKind.TOKEN_REFUSED || !mayBeRenewed(account)) {
                throw Refusals.problem(e, account);
            }
            return again(owner, profile, call, account);
        }
    }

    private boolean mayBeRenewed(Account refused) {
        var token = refused.credentials().token();
        return refused.anonymous() || !token.equals(ownToken.insteadOf(token));
    }

    private <T> T again(Owner owner, Profile profile, Function<Credentials, T> call, Account refused) {
        var renewed = account(owner, profile, refused.credentials().token());
        try {
            return patience.withRateLimit(() -> call.apply(renewed.credentials()));
        } catch (NemoError e) {
            throw Refusals.problem(e, renewed);
        }
    }

    /** Whether all owners have the deployment's account. */
    public boolean hasOneAccount() {
        return ownToken.get() != null;
    }

    /**
     * Keeps what the upstream calls an owner, for the link that binds a registration to it.
     *
     * @param userId or null, where a reply does not tell
     */
    public void named(Owner owner, String userId) {
        if (userId != null && ownToken.get() == null) {
            tokens.named(owner, userId);
        }
    }

    /** What a failure within a turn means to its owner. */
    public Problem problem(Owner owner, Profile profile, NemoError error) {
        return Refusals.problem(error, account(owner, profile, null));
    }

    private Account account(Owner owner, Profile profile, String refused) {
        var attribution = attributions.of(profile);
        var own = ownToken.get();
        if (own != null) {
            return new Account(new Credentials(own, attribution), false, null, builtIn);
        }
        try {
            var token = tokens.of(owner, refused);
            return new Account(new Credentials(token.token(), attribution), true, token.userId(), builtIn);
        } catch (NemoError e) {
            throw Refusals.problem(e, new Account(new Credentials("", attribution), true, null, builtIn));
        }
    }
}
