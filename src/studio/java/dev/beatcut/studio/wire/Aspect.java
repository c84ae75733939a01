package dev.beatcut.studio.wire;

/** A side of an answer that can be honest or not. Of one aspect a request meets one fault at most. */
sealed interface Aspect
        permits Admission,
                DelayFault,
                ReplyFault,
                StreamFault,
                DialectFault,
                LineEnd,
                Cut,
                Portions,
                Intake,
                RenderQueue,
                RenderMemory,
                RenderShape {}
