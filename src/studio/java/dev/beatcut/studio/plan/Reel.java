package dev.beatcut.studio.plan;

import dev.beatcut.studio.footage.Moment;
import dev.beatcut.studio.footage.Peak;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** One clip or photo while a film is being made of it: which moments it offers and how often each was used. */
final class Reel {

    private static final List<String> MOVES = List.of("zoom-in", "pan-left", "zoom-out", "pan-right");

    /** Away from a source's scene cut, so that no frame of the neighbouring shot slips in. */
    private static final long MARGIN_MS = 120;

    /** A source's scene cut this near to ours would look like a second one. */
    private static final long FLASH_MS = 400;

    private static final double DULL = 0.1;

    /** Less of a dull moment than this nobody sees. */
    private static final long GLIMPSE_MS = 70;

    /** The cut is there before the motion is at its height, else it would be missed. */
    private static final long BEFORE_PEAK_MS = 60;

    private static final long HIT_MS = 70;
    private static final long ENDLESS_MS = 86_400_000;

    /** Motion of what is neither frozen nor black. */
    private static final double STIRRING = 0.02;

    private static final double PLAIN = 0.3;

    /** Below half of what its good moments are worth a clip waits for something to happen. */
    private static final double WAITING = 0.5;

    private final Material material;
    private final int order;
    private final List<Moment> moments;
    private final NavigableSet<Long> sceneCuts;
    private final NavigableMap<Long, Peak> peaks = new TreeMap<>();
    private final long durationMs;
    /** Interest that every tenth moment exceeds. */
    private final double good;

    private final List<Stretch> used = new ArrayList<>();

    Reel(Material material, int order) {
        this.material = material;
        this.order = order;
        var seen = material.footage();
        boolean clip = material.kind() == Material.Kind.CLIP;
        this.durationMs = !clip
                ? ENDLESS_MS
                : seen == null || seen.durationMs() <= 0
                        ? material.durationMs()
                        : Math.min(seen.durationMs(), material.durationMs());
        this.moments = !clip
                ? List.of(new Moment(0, ENDLESS_MS, 0.3, 0.6))
                : seen == null || seen.moments().isEmpty() ? unseen(durationMs) : asItIs(seen.moments());
        this.good = good(moments);
        this.sceneCuts = new TreeSet<>(seen == null ? List.of() : seen.cutsMs());
        if (seen != null) {
            seen.peaks().forEach(peak -> peaks.put(peak.ms(), peak));
        }
    }

    /** A clip that is soft or plain throughout is meant to be: it was brought to be shown. */
    private static List<Moment> asItIs(List<Moment> seen) {
        return seen.stream().anyMatch(moment -> moment.interest() >= DULL)
                ? seen
                : seen.stream().map(Reel::plain).toList();
    }

    private static Moment plain(Moment moment) {
        return moment.motion() < STIRRING ? moment : new Moment(moment.fromMs(), moment.toMs(), moment.motion(), PLAIN);
    }

    private static double good(List<Moment> moments) {
        double[] sorted =
                moments.stream().mapToDouble(Moment::interest).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length * 9 / 10];
    }

    private static List<Moment> unseen(long durationMs) {
        return LongStream.iterate(0, from -> from < durationMs, from -> from + 500)
                .mapToObj(from -> new Moment(from, Math.min(durationMs, from + 500), 0.5, 0.5))
                .toList();
    }

    Material material() {
        return material;
    }

    List<Moment> moments() {
        return moments;
    }

    int taken() {
        return used.size();
    }

    int order() {
        return order;
    }

    /** ms; a photo and a picture made for the film last as long as one likes. */
    long durationMs() {
        return durationMs;
    }

    /** Length of what is worth showing, ms; of a clip that is dull throughout, a quarter. */
    long worthMs() {
        long worth = moments.stream()
                .filter(moment -> moment.interest() >= DULL)
                .mapToLong(moment -> moment.toMs() - moment.fromMs())
                .sum();
        return Math.max(worth, durationMs / 4);
    }

    /** Every stretch for that shot that the clip really has, with what speaks for it and against it. */
    List<Offer> offers(Shot shot) {
        if (material.kind() != Material.Kind.CLIP) {
            boolean photo = material.kind() == Material.Kind.PHOTO;
            long from = photo ? 0 : CutGrid.RATE.msOf(shot.from());
            var move = photo ? MOVES.get((order + taken()) % MOVES.size()) : null;
            return List.of(judged(new Stretch(material, from, from + shot.ms(), move), shot));
        }
        var offers = new ArrayList<Offer>();
        for (long from : starts(shot)) {
            if (has(from, from + shot.ms())) {
                offers.add(judged(new Stretch(material, from, from + shot.ms(), null), shot));
            }
        }
        return offers;
    }

    boolean has(long from, long to) {
        return from >= 0 && to <= durationMs;
    }

    private TreeSet<Long> starts(Shot shot) {
        long ms = shot.ms();
        var starts = new TreeSet<>(List.of(0L, durationMs - ms, durationMs - MARGIN_MS - ms));
        moments.forEach(moment -> starts.add(moment.fromMs() + (sceneCuts.contains(moment.fromMs()) ? MARGIN_MS : 0)));
        sceneCuts.forEach(cut -> starts.add(cut - MARGIN_MS - ms));
        used.forEach(stretch -> starts.addAll(List.of(stretch.to(), stretch.from() - ms)));
        for (var peak : peaks.values()) {
            for (var accent : shot.accents()) {
                starts.add(peak.ms() - Math.max(BEFORE_PEAK_MS, accent.offsetMs()));
            }
        }
        return starts;
    }

    Offer judged(Stretch stretch, Shot shot) {
        double interest = 0;
        double motion = 0;
        double dull = 0;
        for (int i = firstMoment(stretch.from());
                i < moments.size() && moments.get(i).fromMs() < stretch.to();
                i++) {
            var moment = moments.get(i);
            long shared = Math.min(stretch.to(), moment.toMs()) - Math.max(stretch.from(), moment.fromMs());
            interest += shared * moment.interest();
            motion += shared * moment.motion();
            dull += moment.interest() < DULL && shared > GLIMPSE_MS ? shared : 0;
        }
        double length = Math.max(1, stretch.ms());
        return new Offer(
                this,
                stretch,
                uses(stretch),
                sceneCuts(stretch) + handles(stretch, shot),
                Math.min(1, dull / length),
                Math.clamp(1 - interest / length / Math.max(1e-9, WAITING * good), 0, 1),
                interest / length,
                motion / length,
                hit(stretch, shot),
                (double) stretch.from() / Math.max(1, durationMs - stretch.ms()),
                waste(stretch));
    }

    private int firstMoment(long ms) {
        int low = 0;
        int high = moments.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (moments.get(middle).toMs() > ms) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** 0 without a scene cut inside, 1 with one well inside, 3 with one so near to an end that it would flash. */
    private double sceneCuts(Stretch stretch) {
        double trouble = 0;
        for (long cut : sceneCuts.subSet(stretch.from() - MARGIN_MS, false, stretch.to() + MARGIN_MS, false)) {
            boolean near = cut < stretch.from() + FLASH_MS || cut > stretch.to() - FLASH_MS;
            trouble = Math.max(trouble, near ? 3 : 1);
        }
        return trouble;
    }

    private double handles(Stretch stretch, Shot shot) {
        return canFade(stretch, shot.lead(), shot.tail()) ? 0 : 1;
    }

    /** Whether the source goes on so many frames before and after the stretch, in the same shot. */
    boolean canFade(Stretch stretch, long lead, long tail) {
        if (material.kind() != Material.Kind.CLIP) {
            return true;
        }
        long from = stretch.from() - CutGrid.RATE.msOf(lead);
        long to = stretch.to() + CutGrid.RATE.msOf(tail);
        return has(from, to)
                && sceneCuts.subSet(from, false, stretch.from(), lead > 0).isEmpty()
                && sceneCuts.subSet(stretch.to(), tail > 0, to, false).isEmpty();
    }

    private double hit(Stretch stretch, Shot shot) {
        double best = 0;
        for (var peak : peaks.subMap(stretch.from(), stretch.to()).values()) {
            for (var accent : shot.accents()) {
                long off = Math.abs(peak.ms() - stretch.from() - accent.offsetMs());
                best = off <= HIT_MS ? Math.max(best, peak.strength() * accent.weight()) : best;
            }
        }
        return best;
    }

    private int uses(Stretch stretch) {
        if (material.kind() != Material.Kind.CLIP) {
            return material.kind() == Material.Kind.PHOTO ? used.size() : 0;
        }
        int most = 0;
        for (var each : used) {
            if (overlap(each, stretch)) {
                long at = Math.max(each.from(), stretch.from());
                int here = 0;
                for (var other : used) {
                    here += other.from() <= at && at < other.to() ? 1 : 0;
                }
                most = Math.max(most, here);
            }
        }
        return most;
    }

    static boolean overlap(Stretch one, Stretch other) {
        return one.from() < other.to() && other.from() < one.to();
    }

    /** A rest between two used stretches that is too short for a shot like this can never be shown. */
    private double waste(Stretch stretch) {
        long before = stretch.from();
        long after = durationMs - stretch.to();
        for (var each : used) {
            before = each.to() <= stretch.from() ? Math.min(before, stretch.from() - each.to()) : before;
            after = each.from() >= stretch.to() ? Math.min(after, each.from() - stretch.to()) : after;
        }
        return isRest(before, stretch) || isRest(after, stretch) ? 1 : 0;
    }

    private static boolean isRest(long gap, Stretch stretch) {
        return gap > 0 && gap < stretch.ms();
    }

    void use(Stretch stretch) {
        used.add(stretch);
    }
}
