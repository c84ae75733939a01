package dev.beatcut.session;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tells a project's owner what became of it when the upstream had lost it. */
final class Loss {

    private static final int MOST_NAMES = 20;

    private Loss() {}

    static Problem problem(Holdings.Account account) {
        var gone = Stream.concat(Stream.of("the timeline"), account.gone().stream());
        var detail = "The upstream no longer knew this project, and a new one was opened there."
                + named("Handed over again", account.again())
                + named("Not yet handed over", account.later())
                + named("Gone", gone.toList());
        return new Problem(ProblemCode.UPSTREAM_SESSION_GONE, detail, next(account));
    }

    private static String named(String what, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        var some = new ArrayList<>(names.subList(0, Math.min(names.size(), MOST_NAMES)));
        if (some.size() < names.size()) {
            some.add("and " + (names.size() - some.size()) + " more");
        }
        return " " + what + ": " + String.join(", ", some) + ".";
    }

    private static String next(Holdings.Account account) {
        if (!account.gone().isEmpty()) {
            return "Bring again the files that are gone, then say again what to make of them.";
        }
        return account.again().isEmpty() && account.later().isEmpty()
                ? "Bring files, then say what to make of them."
                : "Say again what to make of them.";
    }
}
