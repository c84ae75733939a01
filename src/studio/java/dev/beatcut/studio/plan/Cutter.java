package dev.beatcut.studio.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.timeline.Segment;
import dev.beatcut.timeline.Timeline;
import dev.beatcut.timeline.Track;
import dev.beatcut.timeline.TrackType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a film: pictures cut to a song, or a song put under a video. */
final class Cutter {

    private final Material song;
    private final List<Material> pictures;

    /** @param pictures in the order in which they were brought */
    Cutter(Material song, List<Material> pictures) {
        this.song = song;
        this.pictures = pictures;
    }

    /** Empty when no clip is long enough to show anything. */
    Optional<Timeline> cut(Brief brief, Instruction instruction, Timeline current) {
        var style = StyleNotes.read(current.m()).after(instruction, pictures);
        var cast = new Casting(pictures, style);
        boolean kept = style.job() == Job.MUSIC_TO_VIDEO
                && !song.beats().isEmpty()
                && cast.pictures().stream().anyMatch(picture -> picture.kind() == Material.Kind.CLIP);
        var making = new Making(brief, instruction, current, style, cast);
        return kept ? making.underVideo() : making.toSong();
    }

    /** One film on its way. */
    private final class Making {

        private final Brief brief;
        private final Instruction instruction;
        private final Timeline current;
        private final Style style;
        private final Casting cast;
        private final ObjectNode m;
        private final Sound sound;
        private final Segments segments;

        Making(Brief brief, Instruction instruction, Timeline current, Style style, Casting cast) {
            this.brief = brief;
            this.instruction = instruction;
            this.current = current;
            this.style = style;
            this.cast = cast;
            this.m = current.m().deepCopy();
            this.sound = new Sound(song, brief, instruction, current);
            var shape = Canvas.of(brief, cast.pictures());
            this.segments = new Segments(song, shape.width(), shape.height(), brief.ownGain());
        }

        Optional<Timeline> toSong() {
            var part = SongPart.of(song, brief, wantsBest(), cast.pictures(), current);
            if (part.frames() < CutGrid.SHORTEST) {
                return Optional.empty();
            }
            var grid = new CutGrid(song.beats(), part.start());
            var scenes = new Montage(grid, style, pictures).scenes(brief.density(), part.frames(), current);
            if (scenes.isEmpty()) {
                return Optional.empty();
            }
            if (brief.density() != null) {
                Brief.write(brief.density(), m.putObject("every"));
            }
            note(null);
            long length = CutGrid.RATE.msOf(part.frames());
            var shown = SongVisuals.dressed(scenes, song.beats(), part.start());
            var video = segments.cut(shown, new Transitions(grid, style));
            var music = sound.from(part.start(), length);
            sound.fadeWith(music, length, m);
            return Optional.of(film(video, music, length));
        }

        /** A highlight is of the best part of the song, whichever song it has now. */
        private boolean wantsBest() {
            return instruction.all(Wish.Place.class).contains(new Wish.Place(Job.HIGHLIGHT))
                    || style.job() == Job.HIGHLIGHT
                            && current.segments(TrackType.AUDIO).stream()
                                    .noneMatch(segment -> song.src().equals(segment.src()));
        }

        /** The video is whole again when it shall be kept, whatever length the film was cut to before. */
        private long limit() {
            boolean asked = instruction.asks(Wish.Length.class)
                    || instruction.asks(Wish.LengthBy.class)
                    || instruction.asks(Wish.LengthPlus.class)
                    || !instruction.asks(Wish.Place.class);
            return brief.lengthMs() == null || !asked
                    ? Long.MAX_VALUE / 1000
                    : Math.max(CutGrid.SHORTEST, CutGrid.RATE.frameAt(brief.lengthMs()));
        }

        Optional<Timeline> underVideo() {
            var video = new KeptVideo(cast.inOrder(), limit());
            if (video.frames() < CutGrid.SHORTEST) {
                return Optional.empty();
            }
            long length = CutGrid.RATE.msOf(video.frames());
            var placement = new MusicPlacement(song.beats(), video.events(), length);
            long offset = brief.songPoint() == null
                    ? placement.best()
                    : SongStart.find(brief.songPoint(), song.beats(), song.durationMs());
            var grid = new CutGrid(song.beats(), offset);
            m.remove("every");
            note(Placed.of(video, grid, placement, offset));
            var shots = segments.kept(video, grid, placement, offset);
            sound.fadeAsAsked(m);
            return Optional.of(film(shots, sound.under(placement, offset, length), length));
        }

        private void note(Placed placed) {
            StyleNotes.write(style, m);
            var plan = m.path("plan").isObject() ? (ObjectNode) m.path("plan") : m.putObject("plan");
            plan.remove("placed");
            if (placed != null) {
                plan.set("placed", placed.note());
            }
            var offered = plan.putArray("pictures");
            cast.pictures().forEach(picture -> offered.add(picture.src()));
        }

        private Timeline film(List<Segment> video, Segment audio, long length) {
            m.put("width", segments.width()).put("height", segments.height()).put("fps", 30);
            m.put("ownSound", brief.ownGain());
            m.set("beats", BeatNotes.of(song.beats()));
            var titles = Captions.after(instruction, current, length);
            m.put(
                    "title",
                    titles.isEmpty() ? bareName(song.name()) : titles.getFirst().text());
            var tracks = new ArrayList<Track>();
            tracks.add(Track.of("trk_v", TrackType.VIDEO, video));
            tracks.add(Track.of("trk_a", TrackType.AUDIO, List.of(audio)));
            if (!titles.isEmpty()) {
                tracks.add(Track.of("trk_t", TrackType.TEXT, titles));
            }
            return new Timeline(length, tracks, m, current.other());
        }
    }

    static String bareName(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
