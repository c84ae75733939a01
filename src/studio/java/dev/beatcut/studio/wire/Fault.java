package dev.beatcut.studio.wire;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The misbehaviour that nemo-api.md knows of: how it is asked for, the one side of an answer that it touches, and the
 * requests that can meet it.
 */
enum Fault {
    RATE_LIMIT("rate-limit", Admission.class, Where.ANY, FaultValue.count("seconds", Admission.RateLimit::new, -1)),
    HTML("html", Admission.class, Where.ANY, FaultValue.none(new Admission.Html())),
    TOKEN_EXPIRES("token-expires", Admission.class, Where.WITH_TOKEN, FaultValue.none(new Admission.TokenExpires())),
    SESSION_GONE("session-gone", Admission.class, Where.WITH_SESSION, FaultValue.none(new Admission.SessionGone())),
    NO_CREDITS("no-credits", Admission.class, Where.RUN, FaultValue.none(new Admission.NoCredits())),
    NO_CREDITS_STREAM(
            "no-credits-stream", Admission.class, Where.RUN, FaultValue.none(new Admission.NoCreditsInStream())),
    PLAN("plan", Admission.class, Where.SUBMIT, FaultValue.none(new Admission.Plan())),

    SLOW("slow", DelayFault.class, Where.ANY, FaultValue.duration(DelayFault::new)),
    LOSE_REPLY("lose-reply", ReplyFault.class, Where.ANY, FaultValue.none(ReplyFault.LOST)),
    EMPTY_BODY("empty-body", ReplyFault.class, Where.ANY, FaultValue.none(ReplyFault.EMPTY)),

    SILENT_STOP("silent-stop", StreamFault.class, Where.RUN, FaultValue.none(new StreamFault.SilentStop())),
    SILENT_NOTHING("silent-nothing", StreamFault.class, Where.RUN, FaultValue.none(new StreamFault.SilentNothing())),
    SILENT_EMPTY("silent-empty", StreamFault.class, Where.RUN, FaultValue.none(new StreamFault.SilentEmpty())),
    GUI_TALK(
            "gui-talk",
            StreamFault.class,
            Where.RUN,
            FaultValue.drawn(random -> new StreamFault.OfTheScreen(random.nextBoolean()))),
    HEARTBEATS(
            "heartbeats",
            StreamFault.class,
            Where.RUN,
            FaultValue.duration(StreamFault.AfterHeartbeats::new, new StreamFault.OnlyHeartbeats())),
    ERROR_STREAM("error-stream", StreamFault.class, Where.RUN, FaultValue.none(new StreamFault.BrokenOff())),
    ERROR_UNESCAPED(
            "error-unescaped", StreamFault.class, Where.RUN, FaultValue.none(new StreamFault.BrokenOffUnescaped())),
    NOISE("noise", StreamFault.class, Where.RUN, FaultValue.none(new StreamFault.WithNoise())),

    FLAT("flat", DialectFault.class, Where.RUN, FaultValue.none(DialectFault.FLAT)),
    STREAMING("streaming", DialectFault.class, Where.RUN, FaultValue.none(DialectFault.STREAMING)),
    PROGRESSIVE("progressive", DialectFault.class, Where.RUN, FaultValue.none(DialectFault.PROGRESSIVE)),
    CRLF("crlf", LineEnd.class, Where.RUN, FaultValue.none(LineEnd.CRLF)),
    CR("cr", LineEnd.class, Where.RUN, FaultValue.none(LineEnd.CR)),
    CHUNKS("chunks", Portions.class, Where.RUN, FaultValue.count("bytes", Portions::new)),
    CUT("cut", Cut.class, Where.RUN, FaultValue.count("bytes", Cut::new, random -> new Cut(random.nextInt(1, 3000)))),

    DUPLICATE_RENDER_ID("duplicate-render-id", Intake.class, Where.SUBMIT, FaultValue.none(Intake.ONCE)),
    RENDER_FAILS("render-fails", Intake.class, Where.SUBMIT, FaultValue.none(Intake.DOOMED)),
    RENDER_CANCELLED("render-cancelled", Intake.class, Where.SUBMIT, FaultValue.none(Intake.DROPPED)),
    RENDER_LATE("render-late", RenderQueue.class, Where.SUBMIT, FaultValue.duration(RenderQueue::new)),
    RENDER_FORGOTTEN("render-forgotten", RenderMemory.class, Where.JOB, FaultValue.none(RenderMemory.LOST)),
    RENDER_REPLY("render-reply", RenderShape.class, Where.RENDER, FaultValue.oneOf(RenderShape.TOP, RenderShape.DATA));

    private final String word;
    private final Class<? extends Aspect> aspect;
    private final Set<Endpoint> where;
    private final FaultValue value;

    Fault(String word, Class<? extends Aspect> aspect, Set<Endpoint> where, FaultValue value) {
        this.word = word;
        this.aspect = aspect;
        this.where = where;
        this.value = value;
    }

    static Optional<Fault> named(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
    }

    /** All there is, as it is written: {@code rate-limit[=seconds], html, ...}. */
    static String list() {
        return Arrays.stream(values())
                .map(fault -> fault.word + fault.value.form())
                .collect(Collectors.joining(", "));
    }

    String word() {
        return word;
    }

    /** What faults share of which a request meets one at most. */
    Class<? extends Aspect> aspect() {
        return aspect;
    }

    Set<Endpoint> where() {
        return where;
    }

    /**
     * @param said the value, null where none was said
     * @throws IllegalArgumentException with a sentence, if it makes no sense
     */
    FaultValue.Draw reads(String said) {
        return value.reads(word, said);
    }

    /** Requests. */
    private static final class Where {
        static final Set<Endpoint> ANY = EnumSet.complementOf(EnumSet.of(Endpoint.LINK));
        static final Set<Endpoint> WITH_TOKEN = EnumSet.complementOf(EnumSet.of(Endpoint.LINK, Endpoint.TOKEN));
        static final Set<Endpoint> WITH_SESSION =
                EnumSet.of(Endpoint.RUN, Endpoint.UPLOAD, Endpoint.STATE, Endpoint.SUBMIT);
        static final Set<Endpoint> RUN = EnumSet.of(Endpoint.RUN);
        static final Set<Endpoint> SUBMIT = EnumSet.of(Endpoint.SUBMIT);
        static final Set<Endpoint> JOB = EnumSet.of(Endpoint.POLL, Endpoint.CANCEL);
        static final Set<Endpoint> RENDER = EnumSet.of(Endpoint.SUBMIT, Endpoint.POLL, Endpoint.CANCEL);
    }
}
