package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses what each shot shows: the good moments of every clip, the clips in turn, nothing twice before its time. */
final class MomentPicker {

    private final List<Reel> reels = new ArrayList<>();
    private Stretch last;

    MomentPicker(List<Material> pictures) {
        pictures.forEach(picture -> reels.add(new Reel(picture, reels.size())));
    }

    /** Empty when no clip is long enough, or when all that could be shown looks like what is shown just before. */
    Optional<Stretch> next(long ms) {
        var turn = reels.stream()
                .sorted(Comparator.comparingInt(Reel::taken).thenComparingInt(Reel::order))
                .toList();
        var best = turn.stream()
                .flatMap(reel -> reel.offers(ms).stream())
                .filter(offer -> offer.stretch().cutsFrom(last))
                .min(Comparator.comparingDouble(offer -> cost(offer, turn)));
        best.ifPresent(offer -> {
            offer.reel().use(offer.stretch());
            last = offer.stretch();
        });
        return best.map(Offer::stretch);
    }

    private double cost(Offer offer, List<Reel> turn) {
        return offer.cost(turn.indexOf(offer.reel()), reels.size())
                + (offer.stretch().isFarFrom(last) ? 0 : 8);
    }

    /** Length of all that is worth showing; a photo counts as two and a half seconds. */
    static long worthMs(List<Material> pictures) {
        return pictures.stream()
                .mapToLong(picture -> picture.kind() == Material.Kind.PHOTO ? 2500 : new Reel(picture, 0).worthMs())
                .sum();
    }
}
