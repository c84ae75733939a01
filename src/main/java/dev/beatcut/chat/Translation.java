package dev.beatcut.chat;

import dev.beatcut.intent.GuiTalk;
import java.util.regex.Pattern;

/** What the upstream says as it comes, sentence by sentence, without its talk of buttons: a step may span deltas. */
final class Translation {

    private static final Pattern LAST_END = Pattern.compile("(?s)^.*(?:[.!?…]\\s+|[。！？]|\\n)");

    private final StringBuilder told = new StringBuilder();
    private final StringBuilder waiting = new StringBuilder();

    /** The sentences that {@code delta} completes, translated; empty if there are none. */
    String add(String delta) {
        waiting.append(delta);
        var end = LAST_END.matcher(waiting);
        if (!end.lookingAt()) {
            return "";
        }
        return tell(end.end());
    }

    /** What was waiting for its end. */
    String rest() {
        return tell(waiting.length());
    }

    /** Everything so far. */
    String whole() {
        return (told + translated(waiting.toString())).strip();
    }

    private String tell(int length) {
        var said = translated(waiting.substring(0, length));
        waiting.delete(0, length);
        told.append(said);
        return said;
    }

    private static String translated(String sentences) {
        var said = GuiTalk.of(sentences).text();
        var space = sentences.substring(sentences.stripTrailing().length());
        return said.isEmpty() ? "" : said + space;
    }
}
