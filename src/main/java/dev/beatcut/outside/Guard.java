package dev.beatcut.outside;

import dev.beatcut.problem.Problem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Which URLs are let through, and where they lead. */
final class Guard {

    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)\\.?");
    private static final Pattern DOTTED = Pattern.compile("((0|[1-9]\\d{0,2})\\.){3}(0|[1-9]\\d{0,2})");

    /** Characters of what callers name, which is kept with their things. */
    private static final int LONGEST = 2048;

    private final Names names;
    private final Set<String> schemes;
    private final Set<Reach> reach;
    private final int longest;

    /**
     * @param schemes in lower case
     * @param reach every address of a host must be one of these
     * @param longest characters of a URL
     */
    Guard(Names names, Set<String> schemes, Set<Reach> reach, int longest) {
        this.names = names;
        this.schemes = schemes;
        this.reach = reach;
        this.longest = longest;
    }

    /** For what callers name: https to public addresses; with {@code privateUrls} http and own networks as well. */
    static Guard forCallers(Names names, boolean privateUrls) {
        return privateUrls
                ? new Guard(names, Set.of("https", "http"), Set.of(Reach.PUBLIC, Reach.OWN), LONGEST)
                : new Guard(names, Set.of("https"), Set.of(Reach.PUBLIC), LONGEST);
    }

    /**
     * Asks once what the host means.
     *
     * @throws Problem INVALID_REQUEST if it is not to be called
     * @throws UnknownHostException if the host cannot be found
     * @throws SocketTimeoutException if it was not looked up within {@code wait}
     */
    Place admit(URI url, Duration wait) throws IOException {
        var length = url.toString().length();
        if (length > longest) {
            throw Problem.invalid(
                    "The url has " + length + " characters; up to " + longest + " are accepted.",
                    "Give a shorter address of the same.");
        }
        var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!schemes.contains(scheme) || url.getHost() == null || url.getRawUserInfo() != null || url.getPort() == 0) {
            throw refused("is not a plain " + (schemes.contains("http") ? "http or https" : "https") + " address");
        }
        if (isRiddle(url.getHost())) {
            throw refused("has a number for a host, which not everybody reads as the same address");
        }
        var found = resolve(url.getHost(), wait);
        if (found.isEmpty() || !found.stream().map(Reach::of).allMatch(reach::contains)) {
            throw refused("is of a host that is not at a public address");
        }
        return new Place(url, found);
    }

    /** Octal, hexadecimal, or not in four parts: whoever fetches it after us may understand another address. */
    private static boolean isRiddle(String host) {
        return NUMBER.matcher(host).matches() && !DOTTED.matcher(host).matches();
    }

    /** On a thread of its own: the system's resolver cannot be interrupted. */
    private List<InetAddress> resolve(String host, Duration wait) throws IOException {
        var answer = new CompletableFuture<InetAddress[]>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(names.resolve(host));
            } catch (UnknownHostException | RuntimeException unknown) {
                answer.completeExceptionally(unknown);
            }
        });
        try {
            return Arrays.asList(answer.get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException unknown) {
            throw new UnknownHostException(host);
        } catch (TimeoutException late) {
            throw new SocketTimeoutException(host + " was not looked up within " + wait.toMillis() + " ms");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(host);
        }
    }

    private Problem refused(String why) {
        return Problem.invalid(
                "The url " + why + ".",
                "Give " + (schemes.contains("http") ? "an http or https" : "an https")
                        + " address, without a user name, of a host that anybody can reach.");
    }
}
