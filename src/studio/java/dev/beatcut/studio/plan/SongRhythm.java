package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.Section;
import java.util.HashMap;
import java.util.Map;

/**
 * The rhythm of cuts that follows a song: long shots in its calm sections, short ones in its loud ones, ever shorter ones
 * in a build, a cut on the drop and a burst after it, and a quicker bar where a phrase of eight bars ends.
 */
final class SongRhythm {

    private static final int PHRASE = 8;
    private static final int BURST = 4;

    /** Nobody who did not ask for it wants shots shorter than this. */
    private static final double BEARABLE_MS = 330;

    private static final double PLEASANT_MS = 400;

    /** A photo wants so many times as long as a shot that moves: there is all of it to see. */
    private static final double STILL = 1.6;

    /** Where a section begins and how long it is, in bars. */
    private record Span(Section section, Cut first, int bars) {}

    private final CutGrid grid;
    private final Style style;
    private final Steps steps;
    private final double hold;
    private final Map<Section, Span> spans = new HashMap<>();

    SongRhythm(CutGrid grid, Style style, boolean stills) {
        this.hold = stills ? STILL : 1;
        this.grid = grid;
        this.style = style;
        this.steps = Steps.of(grid.song().tempo(), grid.song().metre());
        for (var beat : grid.beats()) {
            var section = grid.section(beat.atMs());
            var span = spans.get(section);
            var first = span == null || grid.position(span.first) != 1 && span.bars == 1 ? beat : span.first;
            spans.put(section, new Span(section, first, 1 + beat.bar() - first.bar()));
        }
    }

    boolean falls(Cut beat) {
        var span = spans.get(grid.section(beat.atMs()));
        if (beat.reason().equals("drop") || beat.reason().equals("section")) {
            return true;
        }
        int count = steps.beats().get(step(span, beat));
        int bars = Math.max(1, count / steps.metre());
        return count < steps.metre()
                ? (grid.position(beat) - 1) % count == 0
                : grid.position(beat) == 1 && Math.floorMod(beat.bar() - span.first.bar(), bars) == 0;
    }

    private int step(Span span, Cut beat) {
        double pace = style.pace(grid, beat);
        double paced = steps.paced(natural(span, beat), pace);
        int slower = (int) Math.ceil(paced);
        int period = Math.max(4, 2 * steps.beats().get(slower) / steps.metre());
        boolean secondHalf = 2 * Math.floorMod(beat.bar() - span.first.bar(), period) >= period;
        int step = secondHalf ? (int) paced : slower;
        return Math.max(step, steps.atLeast(Math.max(pace > 1 ? 0 : BEARABLE_MS, style.shortest())));
    }

    private int natural(Span span, Cut beat) {
        if (span.section == null) {
            return steps.nearest(1000 * hold);
        }
        int usual = usual(span);
        int bar = beat.bar() - span.first.bar();
        boolean phraseEnds = bar % PHRASE == PHRASE - 1;
        return switch (Passage.of(span.section)) {
            case CALM -> Math.max(usual, steps.bar());
            case BUILD -> Math.min(Math.max(usual, steps.bar()), quickening(span.bars - bar));
            case HIGH -> phraseEnds ? quicker(usual) : usual;
            case DROP -> bar < BURST || phraseEnds ? quicker(usual) : usual;
        };
    }

    private int usual(Span span) {
        return steps.nearest(1000 * hold * Passage.shotSeconds(span.section));
    }

    private int quicker(int step) {
        return step > 0 && steps.ms(step - 1) >= PLEASANT_MS ? step - 1 : step;
    }

    /** @param left bars until the drop, with this one */
    private int quickening(int left) {
        int half = Math.max(0, steps.bar() - 1);
        return left <= 1 ? steps.atLeast(BEARABLE_MS) : left <= 3 ? half : left <= 7 ? steps.bar() : steps.bar() + 1;
    }
}
