package dev.beatcut.studio.plan;

import dev.beatcut.studio.footage.Footage;
import dev.beatcut.studio.footage.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** One clip or photo while a film is being made of it: which moments it offers and how often each was used. */
final class Reel {

    private static final List<String> MOVES = List.of("zoom-in", "pan-left", "zoom-out", "pan-right");

    /** Away from a source's scene cut, so that no frame of the neighbouring shot slips in. */
    private static final long MARGIN_MS = 120;

    /** A source's scene cut this near to ours would look like a second one. */
    private static final long FLASH_MS = 400;

    private static final double DULL = 0.1;

    private final Material material;
    private final int order;
    private final List<Moment> moments;
    private final List<Long> sceneCuts;
    private final long durationMs;
    private final int[] used;
    private int taken;

    Reel(Material material, int order) {
        this.material = material;
        this.order = order;
        var seen = material.footage();
        this.durationMs = seen == null || seen.durationMs() <= 0
                ? material.durationMs()
                : Math.min(seen.durationMs(), material.durationMs());
        this.moments = isPhoto() ? List.of(new Moment(0, 0, 0, 0.6)) : moments(seen);
        this.sceneCuts = seen == null ? List.of() : seen.cutsMs();
        this.used = new int[moments.size()];
    }

    private List<Moment> moments(Footage seen) {
        if (seen != null && !seen.moments().isEmpty()) {
            return seen.moments();
        }
        return LongStream.iterate(0, from -> from < durationMs, from -> from + 500)
                .mapToObj(from -> new Moment(from, Math.min(durationMs, from + 500), 0.5, 0.5))
                .toList();
    }

    boolean isPhoto() {
        return material.kind() == Material.Kind.PHOTO;
    }

    int taken() {
        return taken;
    }

    int order() {
        return order;
    }

    /** Length of what is worth showing, ms; of a clip that is dull throughout, a quarter. */
    long worthMs() {
        long worth = moments.stream()
                .filter(moment -> moment.interest() >= DULL)
                .mapToLong(moment -> moment.toMs() - moment.fromMs())
                .sum();
        return Math.max(worth, durationMs / 4);
    }

    /** Every stretch of that length that the clip really has, with what speaks against it. */
    List<Offer> offers(long ms) {
        if (isPhoto()) {
            var stretch = new Stretch(material, 0, ms, MOVES.get((order + taken) % MOVES.size()));
            return List.of(
                    new Offer(this, stretch, used[0], 0, moments.getFirst().interest()));
        }
        var offers = new ArrayList<Offer>();
        starts(ms)
                .distinct()
                .filter(from -> from >= 0 && from + ms <= durationMs)
                .forEach(from -> offers.add(offer(new Stretch(material, from, from + ms, null))));
        return offers;
    }

    private LongStream starts(long ms) {
        var inside = moments.stream()
                .mapToLong(Moment::fromMs)
                .map(from -> sceneCuts.contains(from) ? from + MARGIN_MS : from);
        var ends = LongStream.concat(
                        sceneCuts.stream().mapToLong(cut -> cut - MARGIN_MS), LongStream.of(durationMs - MARGIN_MS))
                .map(end -> end - ms);
        return LongStream.concat(inside, LongStream.concat(ends, LongStream.of(0, durationMs - ms)));
    }

    private Offer offer(Stretch stretch) {
        int uses = 0;
        double interest = 0;
        for (int i = 0; i < moments.size(); i++) {
            var moment = moments.get(i);
            long shared = Math.min(stretch.to(), moment.toMs()) - Math.max(stretch.from(), moment.fromMs());
            if (shared > 0) {
                uses = Math.max(uses, used[i]);
                interest += shared * (0.7 * moment.interest() + 0.3 * Math.min(1, moment.motion() + 0.3));
            }
        }
        double mean = interest / Math.max(1, stretch.to() - stretch.from());
        return new Offer(this, stretch, uses, sceneCuts(stretch), mean < DULL + 0.1 ? mean - 1 : mean);
    }

    /** 0 without a scene cut inside, 1 with one well inside, 3 with one so near to an end that it would flash. */
    private double sceneCuts(Stretch stretch) {
        double trouble = 0;
        for (long cut : sceneCuts) {
            if (cut > stretch.from() - MARGIN_MS && cut < stretch.to() + MARGIN_MS) {
                boolean near = cut < stretch.from() + FLASH_MS || cut > stretch.to() - FLASH_MS;
                trouble = Math.max(trouble, near ? 3 : 1);
            }
        }
        return trouble;
    }

    void use(Stretch stretch) {
        taken++;
        for (int i = 0; i < moments.size(); i++) {
            var moment = moments.get(i);
            if (isPhoto() || moment.fromMs() < stretch.to() && stretch.from() < moment.toMs()) {
                used[i]++;
            }
        }
    }
}
