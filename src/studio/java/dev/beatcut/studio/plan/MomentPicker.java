package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Chooses what each shot shows: the good moments of every clip, the clips in turn and each in its own order, lively ones
 * where the music is, nothing twice before its time.
 */
final class MomentPicker {

    private static final double NEAR = 8;
    private static final double SAME = 1.5;
    private static final double TURN = 2;
    private static final double ORDER = 1.2;
    private static final double EARLY = 8;
    private static final double LIKENESS = 0.9;
    private static final double THRIFT = 2;

    private final List<Reel> reels;
    private final double[] motions;
    private final long frames;
    private final double scarcity;

    /** @param frames of the film */
    MomentPicker(List<Reel> reels, long frames) {
        this.reels = reels;
        this.frames = frames;
        this.motions = reels.stream()
                .flatMap(reel -> reel.moments().stream())
                .mapToDouble(moment -> moment.motion())
                .sorted()
                .toArray();
        long worth = reels.stream()
                .mapToLong(reel -> Math.min(3_600_000, reel.worthMs()))
                .sum();
        this.scarcity = Math.min(1, (double) CutGrid.RATE.msOf(frames) / Math.max(1, worth));
    }

    /**
     * Empty when no clip is long enough, or when all that could be shown looks like what is beside it.
     *
     * @param before what is shown just before, null if that is not chosen yet; {@code after} likewise
     */
    Optional<Offer> best(Shot shot, Predicate<Reel> allowed, Stretch before, Stretch after) {
        var turn = reels.stream()
                .filter(allowed)
                .sorted(Comparator.comparingInt(Reel::taken).thenComparingInt(this::turn))
                .toList();
        Offer best = null;
        double least = Double.MAX_VALUE;
        for (int place = 0; place < turn.size(); place++) {
            for (var offer : turn.get(place).offers(shot)) {
                double cost = cost(offer, shot, (double) place / turn.size(), before, after);
                if (cost < least && isSeen(offer.stretch(), before, after)) {
                    best = offer;
                    least = cost;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Photos that come again do so in another order: the first and the second half of them take turns. */
    private int turn(Reel reel) {
        boolean again = reel.material().kind() == Material.Kind.PHOTO && reel.taken() % 2 == 1;
        int half = (reels.size() + 1) / 2;
        return !again ? reel.order() : reel.order() < half ? 2 * reel.order() + 1 : 2 * (reel.order() - half);
    }

    static boolean isSeen(Stretch stretch, Stretch before, Stretch after) {
        return stretch.cutsFrom(before) && (after == null || after.cutsFrom(stretch));
    }

    private double cost(Offer offer, Shot shot, double turn, Stretch before, Stretch after) {
        var stretch = offer.stretch();
        boolean far = stretch.isFarFrom(before) && stretch.isFarFrom(after);
        boolean same = Stream.of(before, after).anyMatch(beside -> beside != null && beside.isOf(stretch.material()));
        double progress = (double) shot.from() / Math.max(1, frames - shot.frames());
        boolean clip = stretch.material().kind() == Material.Kind.CLIP;
        return offer.cost()
                + (far ? 0 : NEAR)
                + (same ? SAME : 0)
                + TURN * turn
                + (clip ? ORDER * Math.abs(offer.place() - progress) : EARLY * early(offer.reel(), progress))
                + (clip ? LIKENESS * Math.abs(liveliness(offer.motion()) - shot.energy()) : 0)
                + THRIFT * scarcity * offer.waste();
    }

    /** Photos among clips are strewn over the film, not spent at its start. */
    private double early(Reel reel, double progress) {
        boolean among = reels.stream().anyMatch(other -> other.material().kind() == Material.Kind.CLIP);
        return among ? Math.max(0, (double) reel.order() / reels.size() - progress) : 0;
    }

    /** How much of the material moves less. */
    private double liveliness(double motion) {
        int at = Arrays.binarySearch(motions, motion);
        return (double) (at < 0 ? -at - 1 : at) / motions.length;
    }

    /** Length of all that is worth showing; a photo counts as two and a half seconds. */
    static long worthMs(List<Material> pictures) {
        var reels = new ArrayList<Reel>();
        pictures.forEach(picture -> reels.add(new Reel(picture, 0)));
        return reels.stream()
                .mapToLong(reel -> switch (reel.material().kind()) {
                    case CLIP -> reel.worthMs();
                    case PHOTO -> 2500;
                    default -> 60_000;
                })
                .sum();
    }
}
