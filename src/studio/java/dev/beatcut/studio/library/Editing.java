package dev.beatcut.studio.library;

import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.footage.Footage;
import dev.beatcut.studio.plan.Material;
import dev.beatcut.studio.plan.Plan;
import dev.beatcut.studio.plan.Planner;
import dev.beatcut.studio.plan.Request;
import dev.beatcut.timeline.Draft;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The work of one turn: hear and see what was not yet heard and seen, then plan. It changes nothing by itself. */
@Singleton
public final class Editing {

    private final Sessions sessions;
    private final Analyses analyses;
    private final Function<Request, Plan> planner;

    @Inject
    public Editing(Sessions sessions, Analyses analyses) {
        this(sessions, analyses, new Planner()::plan);
    }

    Editing(Sessions sessions, Analyses analyses, Function<Request, Plan> planner) {
        this.sessions = sessions;
        this.analyses = analyses;
        this.planner = planner;
    }

    Plan plan(Turn turn, Session session, Consumer<TurnEvent> seen) {
        var materials = session.media().stream()
                .map(media -> material(media, session, turn.id(), seen))
                .toList();
        var current = Draft.read(sessions.draft(session));
        var request = new Request(turn.text(), session.language(), materials, current, sessions.history(session));
        var tool = new Tool(turn.id() + "-edit", "edit_multitrack", Map.of("instruction", turn.text()));
        return tool.use(seen, () -> planner.apply(request), Editing::outcome);
    }

    private Material material(Media media, Session session, String turn, Consumer<TurnEvent> seen) {
        var tool = new Tool(turn + "-" + media.id(), "understand_media", Map.of("file", media.name()));
        return switch (media.info().kind()) {
            case IMAGE -> material(media, Material.Kind.PHOTO, null, null);
            case VIDEO -> material(media, Material.Kind.CLIP, footage(media, tool, seen), null);
            case AUDIO -> {
                var beats = beats(media, tool, seen).corrected(session.correction(media));
                yield material(media, Material.Kind.SONG, null, beats);
            }
        };
    }

    private Footage footage(Media clip, Tool tool, Consumer<TurnEvent> seen) {
        Optional<Footage> known = analyses.knownFootage(clip);
        return known.orElseGet(() -> tool.use(
                seen,
                () -> analyses.footage(clip),
                found -> Map.of("status", "success", "moments", found.moments().size())));
    }

    private BeatGrid beats(Media song, Tool tool, Consumer<TurnEvent> seen) {
        Optional<BeatGrid> known = analyses.knownBeats(song);
        return known.orElseGet(() -> tool.use(
                seen,
                () -> analyses.beats(song),
                found -> Map.of("status", "success", "beats", found.beats().size(), "tempo", found.tempo())));
    }

    private static Material material(Media media, Material.Kind kind, Footage footage, BeatGrid beats) {
        var info = media.info();
        return new Material(
                media.name(),
                media.address(),
                kind,
                info.durationMs(),
                info.width(),
                info.height(),
                info.hasSound(),
                footage,
                beats);
    }

    private static Map<String, Object> outcome(Plan plan) {
        return switch (plan) {
            case Plan.Edited edited ->
                Map.of("status", "success", "tracks", edited.timeline().tracks().size());
            case Plan.Stepped stepped -> Map.of("status", "success", "steps", stepped.by());
            case Plan.Declined declined -> Map.of("status", "declined");
        };
    }

    /** A use of a tool that listeners are told of. */
    private record Tool(String call, String name, Map<String, Object> arguments) {

        <T> T use(Consumer<TurnEvent> seen, Supplier<T> work, Function<T, Map<String, Object>> outcome) {
            seen.accept(new TurnEvent.ToolCalled(call, name, arguments));
            var result = work.get();
            seen.accept(new TurnEvent.ToolAnswered(call, name, outcome.apply(result)));
            return result;
        }
    }
}
