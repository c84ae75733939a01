package dev.beatcut.intent;

import java.util.EnumSet;
import java.util.Set;

/**
 * Tells again what the upstream says, as it comes, in words for somebody without its screen. However the text is divided
 * into deltas, the same is told: {@link GuiTalk#of} is one delta.
 */
public final class Retelling {

    private final StringBuilder waiting = new StringBuilder();
    private final StringBuilder told = new StringBuilder();
    private final Set<Suggestion> suggestions = EnumSet.noneOf(Suggestion.class);

    /** White space since what was told last; of what was left out in between the widest. */
    private String gap = "";

    private boolean afterStep;

    /** A sentence that ends in a colon goes with the steps that it announces. */
    private String announcement = "";

    /** @return what can be told now, perhaps nothing: a sentence is told when it is whole */
    public String hear(String delta) {
        waiting.append(delta);
        return tell(false);
    }

    /** @return what was waiting for its end */
    public String end() {
        int before = told.length();
        tell(true);
        if (!announcement.isEmpty()) {
            told.append(announcement);
            announcement = "";
        }
        return told.substring(before);
    }

    /** What was told so far. */
    public GuiTalk soFar() {
        return new GuiTalk(told.toString(), Set.copyOf(suggestions));
    }

    private String tell(boolean isAll) {
        int before = told.length();
        int from = words(0);
        while (from < waiting.length()) {
            int end = Sentences.end(waiting, from, isAll);
            if (end < 0) {
                break;
            }
            widen(waiting.substring(0, from));
            sentence(waiting.substring(from, end).stripTrailing());
            waiting.delete(0, end);
            from = words(0);
        }
        return told.substring(before);
    }

    private int words(int from) {
        while (from < waiting.length() && Character.isWhitespace(waiting.charAt(from))) {
            from++;
        }
        return from;
    }

    private void widen(String space) {
        gap = lines(space) > lines(gap) || gap.isEmpty() ? space : gap;
    }

    private static long lines(String space) {
        return space.chars().filter(sign -> sign == '\n').count();
    }

    private void sentence(String said) {
        var kept = Clauses.kept(said, afterStep, suggestions);
        afterStep = kept.isEmpty();
        if (afterStep) {
            announcement = "";
            return;
        }
        var withGap = (told.isEmpty() && announcement.isEmpty() ? "" : gap) + kept;
        gap = "";
        if (kept.matches("(?s).*[:：]\\**")) {
            told.append(announcement);
            announcement = withGap;
        } else {
            told.append(announcement).append(withGap);
            announcement = "";
        }
    }
}
