package dev.beatcut.studio.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Correction;

/** What was heard in a song and corrected, as the draft's metadata and the state say it ({@code nemo-api.md} §10). */
public final class BeatNotes {

    private BeatNotes() {}

    /**
     * {@code {tempo, alternatives: [{tempo, confidence}], metre, beats: [ms], downbeats: [index], sections: [{from, to,
     * energy, label}], drops: [{at, strength}], wave: {step, peaks: [0 to 255]}, offset, corrected}}; times in ms of the song, {@code offset} is what a
     * listener shifted the beats by.
     */
    public static ObjectNode of(BeatGrid grid) {
        var notes = JsonNodeFactory.instance.objectNode();
        notes.put("tempo", grid.tempo());
        var alternatives = notes.putArray("alternatives");
        grid.alternatives()
                .forEach(other ->
                        alternatives.addObject().put("tempo", other.tempo()).put("confidence", other.confidence()));
        notes.put("metre", grid.metre());
        var beats = notes.putArray("beats");
        grid.beatTimesMs().forEach(beats::add);
        var downbeats = notes.putArray("downbeats");
        grid.downbeatIndexes().forEach(downbeats::add);
        var sections = notes.putArray("sections");
        grid.sections().forEach(section -> sections.addObject()
                .put("from", section.fromMs())
                .put("to", section.toMs())
                .put("energy", section.energy())
                .put("label", section.label()));
        var drops = notes.putArray("drops");
        grid.drops().forEach(drop -> drops.addObject().put("at", drop.ms()).put("strength", drop.strength()));
        if (!grid.wave().isEmpty()) {
            var wave = notes.putObject("wave")
                    .put("step", (double) grid.durationMs() / grid.wave().size());
            grid.wave().forEach(wave.putArray("peaks")::add);
        }
        return notes.put("offset", grid.correction().offsetMs())
                .put("corrected", !grid.correction().equals(Correction.NONE));
    }
}
