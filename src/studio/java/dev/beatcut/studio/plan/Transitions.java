package dev.beatcut.studio.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How each shot gives way to the next, by what the music does there: as asked, else straight cuts with a flash on drops
 * and a cross-fade from one calm section into another.
 */
final class Transitions {

    private static final long FLASH_MS = 250;
    private static final long PUNCH_MS = 300;
    private static final long SHORTEST_FADE_MS = 300;
    private static final long LONGEST_FADE_MS = 800;

    private final CutGrid grid;
    private final Style style;

    Transitions(CutGrid grid, Style style) {
        this.grid = grid;
        this.style = style;
    }

    /**
     * Frames on either side of a cut that a cross-fade takes; 0 where there shall be none.
     *
     * @param beside frames of the shorter of the two shots
     */
    long half(Cut cut, long beside) {
        if (kind(cut) != TransitionKind.CROSSFADE) {
            return 0;
        }
        double beat = 60_000 / Math.max(1, grid.song().tempo());
        long fade = Math.clamp(Math.round(beat), SHORTEST_FADE_MS, LONGEST_FADE_MS);
        return Math.max(0, Math.min(CutGrid.RATE.frameAt(fade / 2), free(beside)));
    }

    private TransitionKind kind(Cut cut) {
        var wishes = style.transitions();
        var role = role(cut);
        for (var each : new Role[] {Role.DROPS, Role.SECTIONS, Role.BARS, Role.EVERYWHERE}) {
            if (wishes.containsKey(each)
                    && (each == Role.EVERYWHERE || role != null && role.ordinal() <= each.ordinal())) {
                return wishes.get(each);
            }
        }
        return role == Role.SECTIONS && !isCalm(cut) ? TransitionKind.CUT : unasked(role);
    }

    /** Where nobody asked: for sections this is between calm ones. */
    static TransitionKind unasked(Role role) {
        return switch (role) {
            case DROPS -> TransitionKind.FLASH;
            case SECTIONS -> TransitionKind.CROSSFADE;
            case null, default -> TransitionKind.CUT;
        };
    }

    /** The strongest that holds: a drop is a section's start and a downbeat too. */
    private static Role role(Cut cut) {
        return switch (cut == null ? "" : cut.reason()) {
            case "drop" -> Role.DROPS;
            case "section" -> Role.SECTIONS;
            case "downbeat" -> Role.BARS;
            default -> null;
        };
    }

    private boolean isCalm(Cut cut) {
        return grid.passage(cut.atMs() - 500) == Passage.CALM && grid.passage(cut.atMs()) == Passage.CALM;
    }

    /** How {@code next} comes in after {@code last}, as its segment says it; null for a straight cut. */
    ObjectNode between(Scene last, Scene next) {
        return switch (kind(next.shot().cut())) {
            case CUT -> null;
            case FLASH -> isLitByItself(next) ? null : note(TransitionKind.FLASH, FLASH_MS);
            case ZOOM_PUNCH ->
                note(TransitionKind.ZOOM_PUNCH, Math.min(PUNCH_MS, next.shot().ms()));
            case CROSSFADE ->
                fits(last, next)
                        ? note(
                                TransitionKind.CROSSFADE,
                                CutGrid.RATE.msOf(2 * next.shot().lead()))
                        : null;
        };
    }

    /** A picture made from the song lights up on a drop; white over it comes only when asked for. */
    private boolean isLitByItself(Scene scene) {
        return scene.stretch().material().kind() == Material.Kind.VISUAL
                && style.transitions().isEmpty();
    }

    private static boolean fits(Scene last, Scene next) {
        long half = next.shot().lead();
        return half > 0
                && half <= free(Math.min(last.shot().frames(), next.shot().frames()))
                && last.shot().tail() == half
                && last.reel().canFade(last.stretch(), 0, half)
                && next.reel().canFade(next.stretch(), half, 0);
    }

    /** Frames that a shot has for the cross-fade at one of its ends. */
    private static long free(long frames) {
        return (frames - CutGrid.SHORTEST) / 2;
    }

    private static ObjectNode note(TransitionKind kind, long ms) {
        return JsonNodeFactory.instance.objectNode().put("type", kind.type()).put("ms", ms);
    }
}
