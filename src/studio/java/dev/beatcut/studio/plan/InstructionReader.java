package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an instruction, topic by topic; those whose words could be mistaken for another's come first. */
final class InstructionReader {

    /** Nobody writes more than this to an editor; the rest is not read. */
    private static final int LONGEST = 1000;

    private static final Pattern NOT = Pattern.compile(
            "(?:\\b(?:don'?t|do not|never|not|stop|avoid|instead of|rather than)\\b|不要|别|不用|不想)[^,.;!?，。；！？\\n]*");
    private static final List<Topic> FIRST = List.of(new Titles(), new Volumes());
    private static final List<Topic> THEN =
            List.of(new SongStarts(), new Densities(), new Shapes(), new Lengths(), new Syncs());

    private final Spelling spelling = new Spelling();

    Instruction read(String text, String language) {
        var message = NamedFiles.in(text);
        var said = message.words();
        var sentence = new Sentence(said.length() > LONGEST ? said.substring(0, LONGEST) : said, spelling);
        var words = sentence.rest();
        var wishes = new ArrayList<Wish>();
        var unclear = new ArrayList<String>();
        FIRST.forEach(topic -> topic.read(sentence, wishes::add));
        var notYet = limits(sentence);
        unclear.addAll(sentence.takeAll(NOT, match -> sentence.written(match.start(), match.end())));
        THEN.forEach(topic -> topic.read(sentence, wishes::add));
        unclear.addAll(Leftovers.of(sentence));
        return new Instruction(
                Language.of(words, language),
                List.copyOf(new LinkedHashSet<>(wishes)),
                List.copyOf(notYet),
                unclear,
                message.files());
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
