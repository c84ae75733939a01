package dev.beatcut.studio.beat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sections of a song, from bar line to bar line, and what they are to a listener. */
final class Sections {

    /** Difference in energy between the calm and the full sections below which all are alike. */
    private static final double ALIKE = 0.1;
    /** dB that kick and bass of a break stay below those of the song's full bars. */
    private static final double NO_LOW_END = 8;

    /** Share of its energy that a section loses without kick and bass, and how many dB of them it takes. */
    private static final double DRIVE = 0.5;

    private static final double UNNOTICED = 3;
    private static final double GONE = 15;
    /** dB below the whole at which kick and bass drive nothing in a song. */
    private static final double NO_DRIVE = 10;

    private static final double RISING = 1.06;

    private final BarLevels levels;
    private final List<Integer> drops;
    private final List<Integer> starts;
    private final double most;
    private final double[] energies;
    private final double high;
    private final double fullLow;

    Sections(BarLevels levels, List<Drop> drops) {
        this.levels = levels;
        this.drops = drops.stream()
                .map(drop -> Arrays.binarySearch(levels.linesMs(), drop.ms()))
                .toList();
        this.starts = new Phrases(levels).starts(this.drops.stream().collect(Collectors.toSet()));
        double[] lows = Arrays.stream(levels.lows()).sorted().toArray();
        this.fullLow = lows[lows.length * 3 / 4];
        double[] drive = IntStream.range(0, starts.size())
                .mapToDouble(section -> drive(starts.get(section), end(section)))
                .toArray();
        this.most = Math.max(1e-9, Arrays.stream(drive).max().orElse(1));
        this.energies =
                Arrays.stream(drive).map(level -> Share.clamp(level / most)).toArray();
        this.high = high();
    }

    /** How loud it is, and how much of that is carried by kick and bass. */
    private double drive(int from, int to) {
        double missing = fullLow - levels.low(from, to);
        double lost = levels.lowShare() < -NO_DRIVE ? 0 : Share.clamp((missing - UNNOTICED) / (GONE - UNNOTICED));
        return levels.overall(from, to) * (1 - DRIVE * lost);
    }

    private int end(int section) {
        return section + 1 < starts.size() ? starts.get(section + 1) : levels.bars();
    }

    /**
     * The energy that best parts full sections from calm ones (Otsu 1979), among those with kick and bass; 0 in a song
     * that is much the same.
     */
    private double high() {
        double best = 0;
        double split = 0;
        for (double energy : energies) {
            double threshold = energy;
            double[] calm = part(e -> e < threshold);
            double[] full = part(e -> e >= threshold);
            double between = calm[0] * full[0] * (full[1] - calm[1]) * (full[1] - calm[1]);
            if (calm[0] > 0 && full[1] - calm[1] >= ALIKE && between > best) {
                best = between;
                split = threshold;
            }
        }
        return split;
    }

    /** Length of those sections and their mean energy. */
    private double[] part(DoublePredicate which) {
        double length = 0;
        double sum = 0;
        for (int section = 0; section < energies.length; section++) {
            if (!lacksLowEnd(section) && which.test(energies[section])) {
                double ms = levels.linesMs()[end(section)] - levels.linesMs()[starts.get(section)];
                length += ms;
                sum += ms * energies[section];
            }
        }
        return new double[] {length, sum / Math.max(1, length)};
    }

    List<Section> list() {
        List<Section> list = new ArrayList<>();
        int from = 0;
        for (int section = 0; section < starts.size(); section++) {
            boolean goesOn = section + 1 < starts.size()
                    && label(section).equals("break")
                    && label(section + 1).equals("break");
            if (!goesOn) {
                double energy = Share.clamp(drive(starts.get(from), end(section)) / most);
                list.add(new Section(
                        levels.linesMs()[starts.get(from)], levels.linesMs()[end(section)], energy, label(section)));
                from = section + 1;
            }
        }
        return list;
    }

    private String label(int section) {
        if (drops.contains(starts.get(section))) {
            return "drop";
        }
        if (leadsToDrop(section)) {
            boolean last = drops.contains(end(section));
            return last && rises(section) ? "build" : "break";
        }
        boolean calm = energies[section] < high || lacksLowEnd(section);
        if (calm && section == 0) {
            return "intro";
        }
        if (calm && section == starts.size() - 1) {
            return "outro";
        }
        return lacksLowEnd(section) ? "break" : calm ? "low" : "high";
    }

    /** The passage without kick and bass before a drop, in one section or several. */
    private boolean leadsToDrop(int section) {
        int next = section;
        while (next < starts.size() && lacksLowEnd(next) && !drops.contains(end(next))) {
            next++;
        }
        return next < starts.size() && drops.contains(end(next)) && (next == section || lacksLowEnd(next));
    }

    private boolean lacksLowEnd(int section) {
        return levels.lowShare() >= -NO_DRIVE && levels.low(starts.get(section), end(section)) < fullLow - NO_LOW_END;
    }

    /** Louder at its end than at its start, or than the section before. */
    private boolean rises(int section) {
        int from = starts.get(section);
        int to = end(section);
        int middle = (from + to) / 2;
        boolean within = to - from > 1 && levels.overall(middle, to) > RISING * levels.overall(from, middle);
        return within || section > 0 && leadsToDrop(section - 1) && energies[section] > RISING * energies[section - 1];
    }
}
