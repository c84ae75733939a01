package dev.beatcut.chat;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemBody;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a turn ends. It has words, always.
 *
 * @param said by the upstream
 * @param words our own, a paragraph each
 * @param problem why it failed; of one that is DONE, why its film is not made
 */
record Ending(
        TurnStatus status,
        String said,
        List<String> words,
        List<String> changes,
        List<Offer> offers,
        String render,
        ProblemBody problem) {

    static Ending done(String said, List<String> changes) {
        return new Ending(TurnStatus.DONE, said, List.of(), changes, List.of(), null, null);
    }

    static Ending failed(String said, List<String> changes, Problem problem) {
        return new Ending(TurnStatus.FAILED, said, List.of(), changes, List.of(), null, ProblemBody.of(problem));
    }

    Ending adding(String paragraph) {
        return new Ending(status, said, and(words, paragraph), changes, offers, render, problem);
    }

    Ending offering(Offer offer) {
        return new Ending(status, said, words, changes, and(offers, offer), render, problem);
    }

    Ending exporting(String started) {
        return new Ending(status, said, words, changes, offers, started, problem);
    }

    Ending because(Problem why) {
        return new Ending(status, said, words, changes, offers, render, ProblemBody.of(why));
    }

    String reply() {
        var all = paragraphs(Stream.concat(Stream.of(said), words.stream()));
        return all.isEmpty() && problem != null ? problem.detail() + " " + problem.next() : all;
    }

    String ownWords() {
        return paragraphs(words.stream());
    }

    private static String paragraphs(Stream<String> all) {
        return all.filter(one -> !one.isBlank()).collect(Collectors.joining("\n\n"));
    }

    private static <T> List<T> and(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
