package dev.beatcut.studio.plan;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/** How long the film is. Comes after every topic that also speaks of time. */
final class Lengths implements Topic {

    private static final Pattern LENGTH =
            Pattern.compile("(?:\\b(?:shorter|longer|trim|shorten|extend|lengthen|limit|reduce)\\b(?: (?:it|(?:the"
                    + "|my|this) (?:video|film|movie|edit|whole thing)))?|缩短|延长)?(?:\\b(?:with )?(?:a "
                    + ")?(?:total )?(?:length|duration|runtime|long)\\b|时长|长度|总长|总时长)?\\s*(?:\\b(?:is|of|to"
                    + "|for|about|around|roughly|exactly|under|in|at|up to|max(?:imum)?|just|only|into|as"
                    + "|total|down)\\b ?|:|=|为|是|控制在|大约|大概|约|共|总共|剪成|做成|缩短到|缩短为|延长到|改成|改为|到|\\s){0,8}"
                    + "(?<length>" + Durations.ANY
                    + ")(?:[ -]*(?:\\b(?:long|in (?:length|total)|total|max(?:imum)?|or so|version|duration"
                    + "|only)\\b|左右|以内|长|的|时长)){0,4}");

    @Override
    public void read(Sentence sentence, Consumer<Wish> wishes) {
        sentence.takeAll(LENGTH, m -> new Wish.Length(Durations.ms(m.group("length"))))
                .forEach(wishes);
    }
}
