package dev.beatcut.studio.wire;

import java.util.Map;

/**
 * How one request is treated: honestly, but for what was drawn for it.
 *
 * @param drawn by aspect
 */
record FaultPlan(Map<Class<? extends Aspect>, Aspect> drawn) {

    static final FaultPlan HONEST = new FaultPlan(Map.of());

    Admission admission() {
        return as(Admission.class, Admission.HONEST);
    }

    DelayFault pace() {
        return as(DelayFault.class, DelayFault.AT_ONCE);
    }

    ReplyFault fate() {
        return as(ReplyFault.class, ReplyFault.SENT);
    }

    StreamFault telling() {
        return as(StreamFault.class, StreamFault.HONEST);
    }

    DialectFault dialectFault() {
        return as(DialectFault.class, DialectFault.ADK);
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

    RenderQueue renderQueue() {
        return as(RenderQueue.class, RenderQueue.EMPTY);
    }

    RenderMemory renderMemory() {
        return as(RenderMemory.class, RenderMemory.KEPT);
    }

    RenderShape renderShape() {
        return as(RenderShape.class, RenderShape.SUPERSET);
    }

    private <A extends Aspect> A as(Class<A> aspect, A honest) {
        return aspect.cast(drawn.getOrDefault(aspect, honest));
    }
}
