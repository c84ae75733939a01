package dev.beatcut.chat;

import dev.beatcut.intent.GuiTalk;
import java.util.regex.Pattern;

/** What the upstream says as it comes, sentence by sentence, without its talk of buttons: a step may span deltas. */
final class Translation {

    private static final Pattern LAST_END = Pattern.compile("(?s)^.*(?:[.!?…]\\s+|[。！？]|\\n)");

    private final StringBuilder all = new StringBuilder();
    private final StringBuilder waiting = new StringBuilder();

    /** The sentences that {@code delta} completes, translated; empty if there are none. */
    String add(String delta) {
        all.append(delta);
        waiting.append(delta);
        var end = LAST_END.matcher(waiting);
        if (!end.lookingAt()) {
            return "";
        }
        var said = translated(waiting.substring(0, end.end()));
        waiting.delete(0, end.end());
        return said;
    }

    /** What was waiting for its end. */
    String rest() {
        var said = translated(waiting.toString());
        waiting.setLength(0);
        return said;
    }

    /** Everything so far, translated as a whole. */
    String whole() {
        return GuiTalk.of(all.toString()).text();
    }

    private static String translated(String sentences) {
        var said = GuiTalk.of(sentences).text();
        var space = sentences.substring(sentences.stripTrailing().length());
        return said.isEmpty() ? "" : said + space;
    }
}
