package dev.beatcut.nemo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was said, once: deltas are kept by voice until their final text replaces them; and what may be shown live. A text
 * that may turn out to be the trailing "temporary issue" noise is held back until it is known.
 */
final class Transcript {

    private static final String NOISE = "i encountered a temporary issue";

    private final Consumer<String> live;
    private final Map<String, StringBuilder> open = new LinkedHashMap<>();
    private final Map<String, Integer> shown = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private String speaking;
    private boolean anythingShown;

    Transcript(Consumer<String> live) {
        this.live = live;
    }

    void delta(String voice, String text) {
        var said = open.computeIfAbsent(voice, v -> new StringBuilder()).append(text);
        if (!mayBeNoise(said)) {
            show(voice, said.toString());
        }
    }

    /** The whole text of one model call; it replaces the deltas of its voice. */
    void whole(String voice, String text) {
        var deltas = open.remove(voice);
        if (deltas != null
                && !text.contentEquals(deltas)
                && !text.startsWith(deltas.substring(0, shown.getOrDefault(voice, 0)))) {
            shown.remove(voice); // what was shown is not how it begins: show it all, as a reply of its own
            speaking = null;
        }
        if (!isNoise(text)) {
            show(voice, text);
        }
        shown.remove(voice);
        speaking = null;
        texts.add(text);
    }

    /** No final text will come for these deltas: they are the text. */
    void close(String voice) {
        if (open.containsKey(voice)) {
            whole(voice, open.get(voice).toString());
        }
    }

    void closeAll() {
        List.copyOf(open.keySet()).forEach(this::close);
    }

    /** Every text that is not noise. */
    List<String> replies() {
        return texts.stream().filter(text -> !text.isBlank() && !isNoise(text)).toList();
    }

    /** The noise, when nothing else was said: then it is a real failure. */
    String noise() {
        return replies().isEmpty()
                ? texts.stream().filter(Transcript::isNoise).findFirst().orElse(null)
                : null;
    }

    private void show(String voice, String text) {
        var from = shown.getOrDefault(voice, 0);
        if (from >= text.length()) {
            return;
        }
        var newReply = anythingShown && !voice.equals(speaking);
        live.accept((newReply ? "\n\n" : "") + text.substring(from));
        shown.put(voice, text.length());
        speaking = voice;
        anythingShown = true;
    }

    private static boolean mayBeNoise(CharSequence said) {
        var start = said.toString().stripLeading().toLowerCase(Locale.ROOT);
        return NOISE.startsWith(start) || start.startsWith(NOISE);
    }

    static boolean isNoise(String said) {
        return said.stripLeading().toLowerCase(Locale.ROOT).startsWith(NOISE);
    }
}
