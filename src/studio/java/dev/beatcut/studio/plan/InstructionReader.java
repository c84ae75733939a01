package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads an instruction, topic by topic; those whose words could be mistaken for another's come first. */
final class InstructionReader {

    /** Nobody writes more than this to an editor; the rest is not read. */
    static final int LONGEST = 1000;

    private static final List<Topic> FIRST =
            List.of(new Titles(), new Undos(), new Jobs(), new TransitionWishes(), new Fades(), new Negations());
    private static final List<Topic> THEN =
            List.of(new Regrids(), new ClipRules(), new Loudness(), new Volumes(), new ShotLengths());
    private static final Topic PACES = new Paces();
    private static final List<Topic> LAST = List.of(
            new BarBeats(),
            new OtherSongs(),
            new SongStarts(),
            new Densities(),
            new Shapes(),
            new Lengths(),
            new Syncs());

    private static final List<Topic> ALL =
            Stream.of(FIRST, THEN, List.of(PACES), LAST).flatMap(List::stream).toList();

    private final Spelling spelling = new Spelling();
    private final UnaryOperator<CharSequence> view;

    InstructionReader() {
        this(UnaryOperator.identity());
    }

    /** @param view through which patterns see the text */
    InstructionReader(UnaryOperator<CharSequence> view) {
        this.view = view;
    }

    /** @param files whose names the text may hold */
    Instruction read(String text, String language, List<Material> files) {
        var message = NamedFiles.in(text);
        var said = message.words();
        var sentence = new Sentence(
                said.length() > LONGEST ? said.substring(0, LONGEST) : said,
                spelling,
                new FileNames(files, spelling),
                view);
        var words = sentence.rest();
        if (Language.isAnother(words)) {
            return Instruction.inAnotherLanguage(said.strip());
        }
        SecondThoughts.read(sentence);
        FIRST.forEach(topic -> topic.read(sentence));
        THEN.forEach(topic -> topic.read(sentence));
        var denials = new Denials(Negations.others(sentence));
        PACES.read(sentence);
        var notYet = limits(sentence);
        LAST.forEach(topic -> topic.read(sentence));
        denials.settle(sentence.wishes(), ALL);
        var unclear = new ArrayList<>(denials.unclear());
        unclear.addAll(Leftovers.of(sentence));
        return new Instruction(
                Language.of(words, language),
                settled(denials.wishes()),
                List.copyOf(notYet),
                unclear,
                denials.left(),
                message.files(),
                false);
    }

    /** Whoever asks for cuts on beats does not want the video kept as it is. */
    private static List<Wish> settled(List<Wish> wishes) {
        boolean cuts = wishes.stream()
                .anyMatch(
                        wish -> wish instanceof Wish.Sync || wish instanceof Wish.Cuts || wish instanceof Wish.OnBeats);
        return wishes.stream()
                .filter(wish -> !cuts || !wish.equals(new Wish.Place(Job.MUSIC_TO_VIDEO)))
                .toList();
    }

    private static Set<Limit> limits(Sentence sentence) {
        var found = EnumSet.noneOf(Limit.class);
        for (var limit : Limit.values()) {
            if (!sentence.takeAll(limit.words(), match -> limit).isEmpty()) {
                found.add(limit);
            }
        }
        return found;
    }
}
