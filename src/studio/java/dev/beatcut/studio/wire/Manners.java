package dev.beatcut.studio.wire;

import java.util.Map;

/**
 * How one request is treated: honestly, but for what was drawn for it.
 *
 * @param drawn by aspect
 */
record Manners(Map<Class<? extends Aspect>, Aspect> drawn) {

    static final Manners HONEST = new Manners(Map.of());

    Admission admission() {
        return as(Admission.class, Admission.HONEST);
    }

    Pace pace() {
        return as(Pace.class, Pace.AT_ONCE);
    }

    Fate fate() {
        return as(Fate.class, Fate.SENT);
    }

    Telling telling() {
        return as(Telling.class, Telling.HONEST);
    }

    Tongue tongue() {
        return as(Tongue.class, Tongue.ADK);
    }

    LineEnd lineEnd() {
        return as(LineEnd.class, LineEnd.LF);
    }

    Cut cut() {
        return as(Cut.class, Cut.NEVER);
    }

    Portions portions() {
        return as(Portions.class, Portions.WHOLE);
    }

    Intake intake() {
        return as(Intake.class, Intake.HONEST);
    }

    RenderShape renderShape() {
        return as(RenderShape.class, RenderShape.SUPERSET);
    }

    private <A extends Aspect> A as(Class<A> aspect, A honest) {
        return aspect.cast(drawn.getOrDefault(aspect, honest));
    }
}
