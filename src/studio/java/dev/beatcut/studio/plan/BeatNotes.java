package dev.beatcut.studio.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.beatcut.studio.beat.BeatGrid;

/** What was heard in the song, as the draft's metadata says it ({@code nemo-api.md} §10). */
final class BeatNotes {

    private BeatNotes() {}

    static ObjectNode of(BeatGrid grid) {
        var notes = JsonNodeFactory.instance.objectNode();
        notes.put("tempo", grid.tempo());
        var alternatives = notes.putArray("alternatives");
        grid.alternatives()
                .forEach(other ->
                        alternatives.addObject().put("tempo", other.tempo()).put("confidence", other.confidence()));
        notes.put("metre", grid.metre());
        var beats = notes.putArray("beats");
        var downbeats = notes.putArray("downbeats");
        for (int i = 0; i < grid.beats().size(); i++) {
            beats.add(grid.beats().get(i).ms());
            if (grid.beats().get(i).position() == 1) {
                downbeats.add(i);
            }
        }
        var sections = notes.putArray("sections");
        grid.sections().forEach(section -> sections.addObject()
                .put("from", section.fromMs())
                .put("to", section.toMs())
                .put("energy", section.energy())
                .put("label", section.label()));
        var drops = notes.putArray("drops");
        grid.drops().forEach(drop -> drops.addObject().put("at", drop.ms()).put("strength", drop.strength()));
        return notes.put("offset", 0).put("corrected", false);
    }
}
