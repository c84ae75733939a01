package dev.beatcut.nemo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * What was said, once: deltas are kept by voice until their final text replaces them. It is shown live, one reply at a
 * time: while one is under way, others wait for its end. A reply that may turn out to be noise is held back until it is
 * known.
 */
final class Transcript {

    /** Characters of one turn; what is said beyond is dropped. */
    static final int LONGEST = 8 * 1024 * 1024;

    private final Consumer<String> live;
    private final Map<String, ModelText> open = new LinkedHashMap<>();
    private final Queue<ModelText> toShow = new ArrayDeque<>();
    private final List<ModelText> ended = new ArrayList<>();
    private boolean mayGoOn;
    private boolean anythingShown;
    private int length;

    Transcript(Consumer<String> live) {
        this.live = live;
    }

    /** @return whether it is more than noise, as far as one can tell */
    boolean delta(String voice, String text) {
        var reply = open.computeIfAbsent(voice, this::begin);
        add(reply, text);
        mayGoOn = false;
        show();
        return !reply.mayBeNoise();
    }

    /**
     * The whole text of one model call; it replaces the deltas of its voice.
     *
     * @return whether it is more than noise
     */
    boolean whole(String voice, String text) {
        if (mayGoOn && ended.getLast().goesOnWith(voice, text)) {
            return goOn(ended.getLast(), text);
        }
        mayGoOn = !open.containsKey(voice);
        var reply = mayGoOn ? begin(voice) : open.remove(voice);
        if (length - reply.length() + text.length() <= LONGEST) {
            length += text.length() - reply.length();
            reply.end(text);
        }
        return end(reply);
    }

    /** No final text will come for the deltas of {@code voice}: they are the text. */
    void close(String voice) {
        mayGoOn = false;
        if (open.containsKey(voice)) {
            end(open.remove(voice));
        }
    }

    void closeAll() {
        List.copyOf(open.keySet()).forEach(this::close);
    }

    /** Every text that is not noise. */
    List<String> replies() {
        return ended.stream()
                .filter(reply -> !reply.isBlank() && !reply.isNoise())
                .map(ModelText::text)
                .toList();
    }

    /** The noise, when nothing else was said: then it is a real failure. */
    String noise() {
        return replies().isEmpty()
                ? ended.stream()
                        .filter(ModelText::isNoise)
                        .map(ModelText::text)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private ModelText begin(String voice) {
        var reply = new ModelText(voice);
        toShow.add(reply);
        return reply;
    }

    private boolean goOn(ModelText reply, String text) {
        add(reply, text);
        if (!toShow.contains(reply)) {
            toShow.add(reply);
        }
        show();
        return !reply.isNoise();
    }

    private void add(ModelText reply, String text) {
        if (length + text.length() <= LONGEST) {
            length += text.length();
            reply.add(text);
        }
    }

    private boolean end(ModelText reply) {
        reply.end();
        ended.add(reply);
        show();
        return !reply.isNoise();
    }

    private void show() {
        for (var reply = toShow.peek(); reply != null; reply = toShow.peek()) {
            var newReply = anythingShown && !reply.isShown();
            var next = reply.unshown();
            if (!next.isEmpty()) {
                live.accept(newReply ? "\n\n" + next : next);
                anythingShown = true;
            }
            if (!reply.isWhole()) {
                return;
            }
            toShow.remove();
        }
    }
}
