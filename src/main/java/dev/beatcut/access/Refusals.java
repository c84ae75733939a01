package dev.beatcut.access;

import dev.beatcut.nemo.NemoError;
import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;

/** What the upstream refused, as a problem with the step that helps: {@code nemo-api.md} §7. */
final class Refusals {

    private static final String REGISTER = "https://nemovideo.com/register";
    private static final String FORMATS = "mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac";

    private Refusals() {}

    static Problem problem(NemoError told, Account account) {
        var error = told.without(account.credentials().token());
        return switch (error.kind()) {
            case TOKEN_REFUSED -> tokenRefused(error, account);
            case SESSION_GONE ->
                problem(
                        ProblemCode.UPSTREAM_SESSION_GONE,
                        error,
                        "Open a new session and bring the files again: the old timeline is gone.");
            case NO_CREDITS -> problem(ProblemCode.NO_CREDITS, error, moreCredits(error, account));
            case FILE_TYPE ->
                problem(
                        ProblemCode.UNSUPPORTED_FORMAT,
                        error,
                        "Check that it plays, save it again as one of " + FORMATS + ", and bring that.");
            case FILE_SIZE -> problem(ProblemCode.FILE_TOO_LARGE, error, "Compress or trim it: 500 MB are accepted.");
            case EXPORT_BLOCKED -> exportBlocked(error, account);
            case FORBIDDEN -> problem(ProblemCode.FORBIDDEN, error, unlock(error, account, "this"));
            case NOT_FOUND -> problem(ProblemCode.NOT_FOUND, error, "Check the id.");
            case RATE_LIMITED -> problem(ProblemCode.RATE_LIMITED, error, later(error));
            case BROKEN -> problem(ProblemCode.UPSTREAM_UNREACHABLE, error, "Try again in a minute.");
            case UNREACHABLE ->
                problem(ProblemCode.UPSTREAM_UNREACHABLE, error, "Check the network and beatcut.nemo.url, try again.");
            case TIMED_OUT -> problem(ProblemCode.UPSTREAM_TIMED_OUT, error, "Look at the state, then try again.");
            case UNREADABLE ->
                problem(ProblemCode.UPSTREAM_REFUSED, error, "Check that beatcut.nemo.url is the API's address.");
            case BAD_REQUEST, OTHER ->
                problem(ProblemCode.UPSTREAM_REFUSED, error, "Say it in another way, or try again later.");
        };
    }

    private static Problem problem(ProblemCode code, NemoError error, String next) {
        return new Problem(code, error.getMessage(), next, error.retryAfter().orElse(null), error);
    }

    private static Problem tokenRefused(NemoError error, Account account) {
        return problem(
                ProblemCode.UPSTREAM_REFUSED,
                error,
                account.anonymous()
                        ? "A new token was refused as well: try again later."
                        : "NEMO_TOKEN is refused: put a valid one there, or unset it to go on as anonymous.");
    }

    private static Problem exportBlocked(NemoError error, Account account) {
        if (account.credentials().attribution().complete()) {
            return problem(ProblemCode.EXPORT_BLOCKED, error, unlock(error, account, "export"));
        }
        return new Problem(
                ProblemCode.EXPORT_BLOCKED,
                "An attribution header of ours is empty: "
                        + account.credentials().attribution() + ".",
                "Set beatcut.skill.version and beatcut.skill.platform.",
                error);
    }

    private static String unlock(NemoError error, Account account, String what) {
        if (account.builtIn()) {
            return "See what the studio says.";
        }
        return account.anonymous()
                ? "Register or upgrade your plan to unlock " + what + ", it is not about credits: "
                        + link(error, account)
                : "Upgrade your plan to unlock " + what + ": it is not about credits.";
    }

    private static String moreCredits(NemoError error, Account account) {
        if (account.builtIn()) {
            return "See what the studio says; GET /credits tells what is left.";
        }
        return account.anonymous()
                ? "Register for more credits: " + link(error, account)
                : "Top up credits in your account.";
    }

    private static String link(NemoError error, Account account) {
        var id = error.userId().orElse(account.userId());
        return id != null && id.matches("[A-Za-z0-9_.-]+")
                ? REGISTER + "?bind=" + id
                : REGISTER + " (this project may not carry over)";
    }

    private static String later(NemoError error) {
        return error.retryAfter()
                .map(wait -> "Try again in " + wait.toSeconds() + " s.")
                .orElse("Try again later: the upstream gives one token a client in 7 days, and limits calls.");
    }
}
