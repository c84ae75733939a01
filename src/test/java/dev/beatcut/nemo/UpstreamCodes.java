package dev.beatcut.nemo;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What calls of an upstream may be called in measures. */
public final class UpstreamCodes {

    public static final List<String> ENDPOINTS =
            List.of("token", "session", "upload", "credits", "state", "run", "submit", "poll", "cancel", "download");

    private UpstreamCodes() {}

    /** Of every error that there can be. */
    public static List<String> all() {
        var numbers = IntStream.rangeClosed(0, 9999).mapToObj(code -> NemoError.of(code, code, ""));
        var answers = IntStream.rangeClosed(0, 999).mapToObj(status -> NemoError.of(0, status, ""));
        var silence = Stream.of(
                NemoError.unreadable(200, ""),
                NemoError.unreachable("", null),
                NemoError.timedOut("", null),
                NemoError.told(""));
        return Stream.of(numbers, answers, silence)
                .flatMap(errors -> errors.map(Watched::code))
                .collect(() -> new TreeSet<>(List.of("cut")), Set::add, Set::addAll)
                .stream()
                .toList();
    }
}
