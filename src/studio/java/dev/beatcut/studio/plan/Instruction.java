package dev.beatcut.studio.plan;

import java.util.List;
import java.util.Optional;

/**
 * What was read in an instruction.
 *
 * @param notYet understood, but not possible today
 * @param unclear stretches of the text that were not understood, as they were written
 * @param left what shall stay as it is, as it was written
 * @param files the only ones to use
 * @param foreign it is in a language that nobody here reads, and so was not read
 */
record Instruction(
        Language language,
        List<Wish> wishes,
        List<Limit> notYet,
        List<String> unclear,
        List<String> left,
        NamedFiles files,
        boolean foreign) {

    static Instruction inAnotherLanguage(String text) {
        return new Instruction(Language.ENGLISH, List.of(), List.of(), List.of(text), List.of(), NamedFiles.ALL, true);
    }

    Instruction {
        wishes = List.copyOf(wishes);
        notYet = List.copyOf(notYet);
        unclear = List.copyOf(unclear);
        left = List.copyOf(left);
    }

    Instruction with(List<Wish> others) {
        return new Instruction(language, others, notYet, unclear, left, files, foreign);
    }

    <W extends Wish> Optional<W> first(Class<W> kind) {
        return all(kind).stream().findFirst();
    }

    <W extends Wish> List<W> all(Class<W> kind) {
        return wishes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** A film has one of this, and the instruction names several. */
    boolean contradicts(Class<? extends Wish> kind) {
        return all(kind).size() > 1;
    }

    boolean asks(Class<? extends Wish> kind) {
        return wishes.stream().anyMatch(kind::isInstance);
    }

    /** Music louder than it can be. */
    boolean wantsMoreThanRecorded() {
        return all(Wish.MusicGain.class).stream().anyMatch(wish -> wish.gain() > 1)
                || all(Wish.MusicBy.class).stream().anyMatch(wish -> wish.factor() > 1);
    }
}
