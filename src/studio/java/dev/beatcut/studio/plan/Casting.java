package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which clips and photos a film is made of, and which of them have a place of their own in it. */
final class Casting {

    private final Style style;
    private final List<Reel> reels = new ArrayList<>();

    /** @param pictures in the order in which they were brought */
    Casting(List<Material> pictures, Style style) {
        this.style = style;
        boolean chosen = pictures.stream().anyMatch(picture -> style.has(Rule.ONLY, picture));
        pictures.stream()
                .filter(picture -> !style.has(Rule.LEAVE_OUT, picture))
                .filter(picture -> !chosen || style.has(Rule.ONLY, picture))
                .forEach(picture -> reels.add(new Reel(picture, reels.size())));
    }

    List<Reel> reels() {
        return reels;
    }

    List<Material> pictures() {
        return reels.stream().map(Reel::material).toList();
    }

    boolean areStills() {
        return reels.stream().allMatch(reel -> reel.material().kind() == Material.Kind.PHOTO);
    }

    /** A photo cannot be cut against itself. */
    boolean isOneStill() {
        return reels.size() == 1 && reels.getFirst().material().kind() == Material.Kind.PHOTO;
    }

    /** Too few to choose among: they are shown in turn. */
    boolean isTurnOnly() {
        return reels.size() < 3
                && reels.stream().anyMatch(reel -> reel.material().kind() == Material.Kind.PHOTO);
    }

    /** As brought, but for those that were asked to be first or last. */
    List<Material> inOrder() {
        var order = new ArrayList<>(opening());
        reels.stream().filter(reel -> !opens(reel) && !closes(reel)).forEach(order::add);
        order.addAll(closing());
        return order.stream().map(Reel::material).toList();
    }

    /** Those the film begins with, in this order. */
    List<Reel> opening() {
        return sorted(this::opens, reel -> has(Rule.ONLY_AT_START, reel));
    }

    /** Those the film ends with, in this order. */
    List<Reel> closing() {
        return sorted(this::closes, reel -> !has(Rule.ONLY_AT_END, reel));
    }

    /** Those shown whole somewhere between. */
    List<Reel> middle() {
        return reels.stream()
                .filter(reel -> isWhole(reel) && !opens(reel) && !closes(reel))
                .toList();
    }

    private List<Reel> sorted(Predicate<Reel> chosen, Predicate<Reel> first) {
        var all = new ArrayList<>(reels.stream().filter(chosen.and(first)).toList());
        all.addAll(reels.stream().filter(chosen.and(first.negate())).toList());
        return all;
    }

    private boolean opens(Reel reel) {
        return has(Rule.FIRST, reel)
                || has(Rule.ONLY_AT_START, reel)
                || isWhole(reel) && reel.order() == 0 && !isLast(reel);
    }

    private boolean closes(Reel reel) {
        return isLast(reel)
                || isWhole(reel)
                        && reel.order() > 0
                        && reel.order() == reels.size() - 1
                        && !has(Rule.FIRST, reel)
                        && !has(Rule.ONLY_AT_START, reel);
    }

    private boolean isLast(Reel reel) {
        return has(Rule.LAST, reel) || has(Rule.ONLY_AT_END, reel);
    }

    boolean isWhole(Reel reel) {
        return has(Rule.WHOLE, reel) && reel.material().kind() == Material.Kind.CLIP;
    }

    /** Whether it may be shown where no other has its place. */
    boolean isFree(Reel reel) {
        return !isWhole(reel) && !has(Rule.ONLY_AT_START, reel) && !has(Rule.ONLY_AT_END, reel);
    }

    private boolean has(Rule rule, Reel reel) {
        return style.has(rule, reel.material());
    }
}
