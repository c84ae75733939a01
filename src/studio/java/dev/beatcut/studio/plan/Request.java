package dev.beatcut.studio.plan;

import dev.beatcut.timeline.Timeline;
import java.util.List;

/**
 * One turn, as the planner sees it.
 *
 * @param language the session's, such as {@code en} or {@code zh-CN}; null when unknown. The text's own language comes
 *     first
 * @param materials everything uploaded, oldest first
 * @param current the film so far; null or {@link Timeline#EMPTY} before the first one
 */
public record Request(String text, String language, List<Material> materials, Timeline current, History history) {

    public Request {
        text = text == null ? "" : text;
        materials = List.copyOf(materials);
        current = current == null ? Timeline.EMPTY : current;
    }

    /** Of a session that has no history. */
    public Request(String text, String language, List<Material> materials, Timeline current) {
        this(text, language, materials, current, History.NONE);
    }

    Request with(List<Material> chosen) {
        return new Request(text, language, chosen, current, history);
    }
}
