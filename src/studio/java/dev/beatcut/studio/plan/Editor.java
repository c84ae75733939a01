package dev.beatcut.studio.plan;

import dev.beatcut.studio.beat.Correction;
import dev.beatcut.timeline.TrackType;
import java.util.List;
import java.util.Map;

/** Cuts a film as an instruction asks. */
final class Editor {

    private final Instruction instruction;
    private final Request request;
    private final Material song;
    private final Open open;
    private final Correction before;

    /** @param song as heard or corrected before this turn; null if there is none */
    Editor(Instruction instruction, Request request, Material song, Open open) {
        this.instruction = instruction;
        this.request = request;
        this.open = open;
        this.before = song == null ? Correction.NONE : song.beats().correction();
        this.song = song == null ? null : corrected(song, instruction);
    }

    private static Material corrected(Material song, Instruction instruction) {
        var grid = song.beats();
        for (var wish : instruction.all(Wish.Regrid.class)) {
            grid = grid.accepts(wish.correction()) ? grid.corrected(wish.correction()) : grid;
        }
        return new Material(
                song.name(),
                song.src(),
                song.kind(),
                song.durationMs(),
                song.width(),
                song.height(),
                song.hasSound(),
                song.footage(),
                grid);
    }

    Plan plan() {
        var film = request.current();
        boolean first = film.segments(TrackType.VIDEO).isEmpty();
        if (first && instruction.wishes().stream().allMatch(Wish.Regrid.class::isInstance)) {
            return new Plan.Edited(film, corrections(), new Replies(open).corrected(song));
        }
        var pictures = pictures();
        if (song == null || pictures.isEmpty()) {
            return new Plan.Declined(new Refusals(open).missing(song != null, !pictures.isEmpty()));
        }
        var brief = Brief.of(instruction, film);
        if (song.beats().isEmpty() && !(brief.density() instanceof Density.Time)) {
            return new Plan.Declined(new Refusals(open).noBeats(song));
        }
        return new Cutter(song, pictures)
                .cut(brief, instruction, film)
                .<Plan>map(made -> made.equals(film) && corrections().isEmpty()
                        ? new Plan.Declined(new Refusals(open).nothingChanged())
                        : new Plan.Edited(
                                made,
                                corrections(),
                                first
                                        ? new Replies(open).cut(made, brief, song, request)
                                        : new Replies(open).cutAnew(film, made, brief, song, request)))
                .orElseGet(() -> new Plan.Declined(new Refusals(open).tooShort()));
    }

    private List<Material> pictures() {
        return request.materials().stream()
                .filter(material -> material.kind() != Material.Kind.SONG)
                .toList();
    }

    private Map<String, Correction> corrections() {
        return instruction.asks(Wish.Regrid.class) && !song.beats().correction().equals(before)
                ? Map.of(song.src(), song.beats().correction())
                : Map.of();
    }
}
