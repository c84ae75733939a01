package dev.beatcut.studio.library;

import java.util.ArrayList;
import java.util.List;

/**
 * A project.
 *
 * @param id nineteen digits
 * @param owner user id
 * @param language code such as {@code en} or {@code zh-CN}, or null
 * @param media in the order of their upload
 * @param draft the current draft, null before the first edit
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
        List<String> turns,
        String applied) {

    public static final int MOST_MEDIA = 200;
    static final int MOST_WAITING = 10;

    public Session {
        media = List.copyOf(media);
        turns = List.copyOf(turns);
    }

    static Session open(String id, String taskId, String taskName, String owner, String language, long now) {
        return new Session(id, taskId, taskName, owner, language, now, List.of(), null, List.of(), null);
    }

    Session with(List<Media> brought) {
        var all = new ArrayList<>(media);
        all.addAll(brought);
        return new Session(id, taskId, taskName, owner, language, createdAt, all, draft, turns, applied);
    }

    Session queue(String turn) {
        var waiting = new ArrayList<>(turns);
        waiting.add(turn);
        return new Session(id, taskId, taskName, owner, language, createdAt, media, draft, waiting, applied);
    }

    Session over(String turn) {
        var waiting = turns.stream().filter(other -> !other.equals(turn)).toList();
        return new Session(id, taskId, taskName, owner, language, createdAt, media, draft, waiting, applied);
    }

    Session edit(String turn, Documents.Stored edited) {
        return new Session(id, taskId, taskName, owner, language, createdAt, media, edited, turns, turn);
    }
}
