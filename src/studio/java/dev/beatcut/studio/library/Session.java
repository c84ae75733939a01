package dev.beatcut.studio.library;

import dev.beatcut.studio.beat.Correction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A project.
 *
 * @param id nineteen digits
 * @param owner user id
 * @param language code such as {@code en} or {@code zh-CN}, or null
 * @param media in the order of their upload
 * @param draft the current draft, null before the first edit
 * @param corrections of the beats of songs, by media hash
 * @param versions what undo and redo lead to
 * @param turns ids of the turns that are not over, in order; the first one is at work
 * @param applied the last turn whose draft is in here
 */
public record Session(
        String id,
        String taskId,
        String taskName,
        String owner,
        String language,
        long createdAt,
        List<Media> media,
        Documents.Stored draft,
        Map<String, Correction> corrections,
        Versions versions,
        List<String> turns,
        String applied) {

    public static final int MOST_MEDIA = 200;
    static final int MOST_WAITING = 10;

    public Session {
        media = List.copyOf(media);
        corrections = corrections == null ? Map.of() : Map.copyOf(corrections);
        versions = versions == null ? Versions.NONE : versions;
        turns = List.copyOf(turns);
    }

    static Session open(String id, String taskId, String taskName, String owner, String language, long now) {
        return new Session(
                id, taskId, taskName, owner, language, now, List.of(), null, Map.of(), Versions.NONE, List.of(), null);
    }

    Session with(List<Media> brought) {
        var all = new ArrayList<>(media);
        all.addAll(brought);
        return with(all, version(), versions, turns, applied);
    }

    Session queue(String turn) {
        var waiting = new ArrayList<>(turns);
        waiting.add(turn);
        return with(media, version(), versions, waiting, applied);
    }

    Session over(String turn) {
        var waiting = turns.stream().filter(other -> !other.equals(turn)).toList();
        return with(media, version(), versions, waiting, applied);
    }

    /** A turn that is applied already is not applied again, nor one that another node brought to its end meanwhile. */
    Session edit(String turn, Documents.Stored edited, Map<String, Correction> changed) {
        return isSettled(turn)
                ? this
                : with(media, version().with(edited, changed), versions.edited(version()), turns, turn);
    }

    private boolean isSettled(String turn) {
        return turn.equals(applied) || !turns.contains(turn);
    }

    /** Back or forth in {@link #versions()}; stays where it is if they do not reach so far. */
    Session step(String turn, int by) {
        return isSettled(turn)
                ? this
                : versions.at(by)
                        .map(version -> with(media, version, versions.stepped(by, version()), turns, turn))
                        .orElse(this);
    }

    /** The state that is shown; what a listener corrected in a song is part of it. */
    private Version version() {
        return new Version(draft, corrections);
    }

    /** How the beats of a song were corrected, {@link Correction#NONE} if they were not. */
    public Correction correction(Media song) {
        return corrections.getOrDefault(song.hash(), Correction.NONE);
    }

    private Session with(List<Media> media, Version version, Versions versions, List<String> turns, String applied) {
        return new Session(
                id,
                taskId,
                taskName,
                owner,
                language,
                createdAt,
                media,
                version.draft(),
                version.corrections(),
                versions,
                turns,
                applied);
    }
}
