package dev.beatcut.studio.library;

import dev.beatcut.studio.beat.Correction;
import java.util.HashMap;
import java.util.Map;

/**
 * What an edit makes and undo brings back.
 *
 * @param draft null before the first film
 * @param corrections of the beats of songs, by media hash; songs that are as they were heard are not in it
 */
record Version(Documents.Stored draft, Map<String, Correction> corrections) {

    Version {
        corrections = corrections == null ? Map.of() : Map.copyOf(corrections);
    }

    /** @param changed corrections by media hash, {@link Correction#NONE} for those that are taken back */
    Version with(Documents.Stored edited, Map<String, Correction> changed) {
        var all = new HashMap<>(corrections);
        all.putAll(changed);
        all.values().removeIf(Correction.NONE::equals);
        return new Version(edited, all);
    }
}
