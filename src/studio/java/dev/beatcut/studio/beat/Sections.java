package dev.beatcut.studio.beat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts a song into sections on the bar lines where its sound changes for longer than a bar or two (after Foote, ICME
 * 2000).
 */
final class Sections {

    private static final int PASSAGE = 4;
    /** Change of level in the registers, as a share of the song's mean level, that makes a new section. */
    private static final double NOVEL = 0.2;

    private static final double HIGH = 0.75;
    private static final double RISING = 1.1;

    private final BarLevels levels;
    private final List<Integer> drops;
    private final double scale;

    Sections(BarLevels levels, List<Integer> drops) {
        this.levels = levels;
        this.drops = drops;
        this.scale = Math.max(1e-9, levels.overall(0, levels.bars()));
    }

    /** The bars at which sections begin, the first of them 0. */
    private List<Integer> starts() {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int bar = PASSAGE; bar <= levels.bars() - PASSAGE; bar++) {
            if (drops.contains(bar) || isPeak(bar) && bar - starts.getLast() >= PASSAGE && noDropWithinPassage(bar)) {
                starts.add(bar);
            }
        }
        return starts;
    }

    private boolean noDropWithinPassage(int bar) {
        return drops.stream().noneMatch(drop -> Math.abs(drop - bar) < PASSAGE);
    }

    private boolean isPeak(int bar) {
        double here = novelty(bar);
        return here > NOVEL && IntStream.of(bar - 2, bar - 1, bar + 1, bar + 2).allMatch(near -> novelty(near) <= here);
    }

    private double novelty(int bar) {
        if (bar < 1 || bar > levels.bars() - 1) {
            return 0;
        }
        double[] before = levels.mean(Math.max(0, bar - PASSAGE), bar);
        double[] after = levels.mean(bar, Math.min(levels.bars(), bar + PASSAGE));
        return IntStream.range(0, before.length)
                        .mapToDouble(i -> Math.abs(after[i] - before[i]))
                        .average()
                        .orElse(0)
                / scale;
    }

    List<Section> list() {
        List<Integer> starts = starts();
        double loudest = IntStream.range(0, starts.size())
                .mapToDouble(i -> level(starts, i))
                .max()
                .orElse(1);
        return IntStream.range(0, starts.size())
                .mapToObj(i -> {
                    double energy = Share.clamp(level(starts, i) / Math.max(1e-9, loudest));
                    return new Section(
                            levels.linesMs()[starts.get(i)],
                            levels.linesMs()[end(starts, i)],
                            energy,
                            label(starts, i, energy));
                })
                .toList();
    }

    private int end(List<Integer> starts, int section) {
        return section + 1 < starts.size() ? starts.get(section + 1) : levels.bars();
    }

    private double level(List<Integer> starts, int section) {
        return levels.overall(starts.get(section), end(starts, section));
    }

    private String label(List<Integer> starts, int section, double energy) {
        int end = end(starts, section);
        if (drops.contains(starts.get(section))) {
            return "drop";
        }
        if (drops.contains(end)) {
            return rises(starts.get(section), end) ? "build" : "break";
        }
        if (energy >= HIGH) {
            return "high";
        }
        boolean first = section == 0;
        boolean last = section == starts.size() - 1;
        return first && last ? "high" : first ? "intro" : last ? "outro" : "low";
    }

    private boolean rises(int from, int to) {
        int middle = (from + to) / 2;
        return levels.overall(middle, to) > RISING * levels.overall(from, middle);
    }
}
