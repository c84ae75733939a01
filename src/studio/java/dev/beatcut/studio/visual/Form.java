package dev.beatcut.studio.visual;

import dev.beatcut.studio.beat.BeatGrid;
import dev.beatcut.studio.beat.Section;
import java.util.ArrayList;
import java.util.List;

/** How a song is built: sections and their energy, drops, bars. */
final class Form {

    private static final double SETTLE_SECONDS = 0.35;
    private static final double BUILD_SECONDS = 4;
    /** Sections that differ by less all have one energy. */
    private static final double ALIKE = 0.12;

    private static final double STEADY = 0.75;

    /** @param energy 0 for the calmest of the song, 1 for the loudest */
    private record Part(double from, double energy) {}

    private final List<Part> parts = new ArrayList<>();
    private final double[] drops;
    private final double[] beats;

    Form(BeatGrid grid) {
        drops = grid.drops().stream().mapToDouble(drop -> drop.ms() / 1000.0).toArray();
        beats = grid.beats().stream().mapToDouble(beat -> beat.ms() / 1000.0).toArray();
        double least =
                grid.sections().stream().mapToDouble(Section::energy).min().orElse(0);
        double most =
                grid.sections().stream().mapToDouble(Section::energy).max().orElse(0);
        for (var section : grid.sections()) {
            double energy = most - least < ALIKE ? STEADY : (section.energy() - least) / (most - least);
            parts.add(new Part(section.fromMs() / 1000.0, told(section, energy)));
        }
        if (parts.isEmpty()) {
            parts.add(new Part(0, 0.5));
        }
    }

    /** A drop is felt as loud even where the build before it is louder, and a break as calm. */
    private static double told(Section section, double energy) {
        return switch (section.label()) {
            case "intro", "break", "outro" -> Math.min(energy, 0.45);
            case "build" -> Math.min(energy, 0.75);
            case "high" -> Math.max(energy, 0.7);
            case "drop" -> Math.max(energy, 0.9);
            default -> energy;
        };
    }

    /** Which section it is, from 0. */
    int part(double seconds) {
        int part = 0;
        while (part + 1 < parts.size() && parts.get(part + 1).from <= seconds) {
            part++;
        }
        return part;
    }

    /** How far the section has taken over from the one before it, 0 to 1. */
    double settled(double seconds) {
        int part = part(seconds);
        return part == 0 ? 1 : Math.clamp((seconds - parts.get(part).from) / SETTLE_SECONDS, 0, 1);
    }

    /** 0 in the calmest part of the song, 1 in the loudest. */
    double energy(double seconds) {
        int part = part(seconds);
        double now = parts.get(part).energy;
        double before = part == 0 ? now : parts.get(part - 1).energy;
        return before + (now - before) * settled(seconds);
    }

    /** Seconds since the last drop; many when there was none. */
    double sinceDrop(double seconds) {
        double since = 1e6;
        for (double drop : drops) {
            since = drop <= seconds ? seconds - drop : since;
        }
        return since;
    }

    /** How near the next drop is: 0 four seconds before it, growing to 1. */
    double build(double seconds) {
        double build = 0;
        for (double drop : drops) {
            build = drop > seconds ? Math.max(build, 1 - (drop - seconds) / BUILD_SECONDS) : build;
        }
        return build;
    }

    /** Beats up to a time, and the share of the way to the next; seconds times two where there are no beats. */
    double beat(double seconds) {
        if (beats.length < 2) {
            return seconds * 2;
        }
        int after = 0;
        int high = beats.length;
        while (after < high) {
            int middle = (after + high) >>> 1;
            if (beats[middle] <= seconds) {
                after = middle + 1;
            } else {
                high = middle;
            }
        }
        int from = Math.clamp(after - 1, 0, beats.length - 2);
        return from + (seconds - beats[from]) / Math.max(0.05, beats[from + 1] - beats[from]);
    }
}
