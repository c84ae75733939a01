package dev.beatcut.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.beatcut.announce.Announcer;
import dev.beatcut.announce.Audience;
import dev.beatcut.announce.Happening;
import dev.beatcut.nemo.RenderOutput;
import dev.beatcut.observe.Measure;
import dev.beatcut.observe.Observer;
import dev.beatcut.observe.Trail;
import dev.beatcut.observe.Trail.Field;
import dev.beatcut.problem.Problem;
import dev.beatcut.session.IdKind;
import dev.beatcut.session.Session;
import dev.beatcut.state.Conflict;
import dev.beatcut.state.Heart;
import dev.beatcut.state.InHand;
import dev.beatcut.state.Key;
import dev.beatcut.state.Packed;
import dev.beatcut.state.Records;
import dev.beatcut.state.Versioned;
import dev.beatcut.timeline.Draft;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/**
 * Flow 1: an export is written before it is asked for, submitted under one id until the upstream has heard of it,
 * followed to its end by whoever finds it due, and due until its end is announced. Every step begins with a lease and
 * ends with a compare-and-put.
 */
final class Ledger {

    /**
     * How patient it is.
     *
     * @param attempts jobs upstream for one export
     * @param keepTries of copying a film, before the upstream's link has to do
     * @param giveUpAfter of an export, from when it was asked for; empty: never
     */
    record Rules(int attempts, int keepTries, Duration lease, Pace pace, Optional<Duration> giveUpAfter) {}

    private static final Logger LOG = Logger.getLogger(Ledger.class);

    private final Records<Render> renders;
    private final InHand.Grip<Render> grip;
    private final Drafts drafts;
    private final NextStep nextStep;
    private final NextLook nextLook;
    private final Announcer announcer;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Supplier<String> upstreamIds;
    private final Rules rules;
    private final Observer observer;

    Ledger(
            Records<Render> renders,
            Drafts drafts,
            NextStep nextStep,
            NextLook nextLook,
            Announcer announcer,
            ObjectMapper json,
            InstantSource clock,
            Heart heart,
            Supplier<String> upstreamIds,
            Rules rules,
            Observer observer) {
        this.renders = renders;
        this.grip = new InHand.Grip<>(renders, clock, heart, rules.lease(), Ledger::busy);
        this.drafts = drafts;
        this.nextStep = nextStep;
        this.nextLook = nextLook;
        this.announcer = announcer;
        this.json = json;
        this.clock = clock;
        this.upstreamIds = upstreamIds;
        this.rules = rules;
        this.observer = observer;
    }

    /** Writes the row, due as if its writer died now. Submitting it is {@link #submitFirst}. */
    Versioned<Render> write(Session session, String own, JsonNode draft, RenderOutput output, Audience audience) {
        var id = IdKind.RENDER.in(session, own);
        var now = clock.instant();
        var asked = drafts.keep(Render.draftKey(session, id), draft);
        var film = Duration.ofMillis(Draft.read(drafts.tree(asked)).length());
        var until = now.plus(rules.lease());
        var row = Render.begun(
                id, session, output, Packed.hash(asked), film, nextLook.experience(film), audience, now, upstreamIds);
        return renders.insert(
                Render.key(session, id),
                row.change().attempt(attempt -> attempt.submittedUntil(until)).done(),
                until,
                null);
    }

    /** Asks for a job that was just written. */
    Render submitFirst(Versioned<Render> written) {
        return goOn(grip.keep(written), "render submit", nextStep::first);
    }

    /** Takes the next step if it is due. */
    void carryOn(Key key) {
        renders.get(key)
                .filter(read -> read.due() != null && !read.due().isAfter(clock.instant()))
                .map(this::seen)
                .flatMap(this::take)
                .ifPresent(hand -> goOn(hand, "render poll", nextStep::of));
    }

    private Versioned<Render> seen(Versioned<Render> read) {
        if (!read.value().status().isOver()) {
            var age = Duration.between(read.value().createdAt(), clock.instant());
            observer.see(Measure.RENDER_AGE, age.toSeconds());
        }
        return read;
    }

    private Optional<InHand<Render>> take(Versioned<Render> read) {
        try {
            return Optional.of(grip.take(read));
        } catch (Conflict anotherIsAtIt) {
            return Optional.empty();
        }
    }

    /** While it is in hand it may be submitted. */
    private static Render busy(Render render, Instant until) {
        return render.status().isOver() || render.cancelAsked()
                ? render
                : render.change()
                        .attempt(attempt -> attempt.submittedUntil(until))
                        .done();
    }

    private Render goOn(InHand<Render> hand, String name, UnaryOperator<Render> step) {
        var render = hand.value();
        try (hand;
                var _ = Trail.of(Field.SESSION, render.session(), Field.RENDER, render.id())) {
            if (!render.status().isOver()) {
                var settled = observer.span(name, SpanKind.INTERNAL, () -> settle(hand, step));
                return settled.value().status().isOver() ? announce(grip.keep(settled)) : settled.value();
            }
            return announce(hand);
        } catch (Conflict changedMeanwhile) {
            return renders.get(hand.key()).orElseThrow().value();
        }
    }

    /** What cannot be known now is asked again. An end is stored before it is told. */
    private Versioned<Render> settle(InHand<Render> hand, UnaryOperator<Render> step) {
        var render = hand.value();
        var atLeast = Duration.ZERO;
        try {
            render = step.apply(render);
        } catch (Problem notKnownNow) {
            LOG.infof("%s goes on later: %s (%s)", render.id(), notKnownNow.code(), notKnownNow.detail());
            observer.failed(notKnownNow.code().wireName());
            atLeast = notKnownNow.retryAfter().orElse(Duration.ZERO);
        }
        if (render.status().isOver()) {
            var over = end(hand, render, clock.instant().plus(rules.lease()));
            tell(over.value());
            return over;
        }
        var settled = end(hand, render, nextLook.due(render, atLeast));
        announcer.alive(render.audience());
        return settled;
    }

    private void tell(Render over) {
        var took = Duration.between(over.createdAt(), over.finishedAt());
        var why = over.problem() == null ? null : over.problem().code();
        observer.over(Measure.RENDER, over.id(), took, over.status().name(), why);
        observer.see(Measure.RENDER_ATTEMPTS, over.attempts().size());
    }

    private Render announce(InHand<Render> hand) {
        return observer.span("render deliver", SpanKind.INTERNAL, () -> told(hand));
    }

    private Render told(InHand<Render> hand) {
        try (hand) {
            var render = hand.value();
            var told = announcer.tell(render.announcement(), happening(render));
            return end(
                            hand,
                            render.change().announcement(told).done(),
                            told.due().orElse(null))
                    .value();
        }
    }

    /** Whoever wants to be told may have come meanwhile: that takes nothing from what was done. */
    private Versioned<Render> end(InHand<Render> hand, Render next, Instant due) {
        var before = hand.value();
        try {
            return hand.end(next, due);
        } catch (Conflict changed) {
            var stored = renders.get(hand.key()).orElseThrow();
            if (!stored.value().change().toldAs(before).done().equals(before)) {
                throw changed;
            }
            var merged = next.change().audience(stored.value().audience()).done();
            return renders.update(stored, merged, merged.status().isOver() ? clock.instant() : due);
        }
    }

    private Happening happening(Render render) {
        var kind = render.status().name().toLowerCase(Locale.ROOT);
        return new Happening(
                render.event(),
                "render." + kind,
                render.finishedAt(),
                render.owner(),
                render.status() != RenderState.COMPLETED,
                json.valueToTree(RenderView.of(render)));
    }
}
