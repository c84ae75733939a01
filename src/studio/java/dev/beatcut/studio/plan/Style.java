package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a film shall be cut, as far as somebody asked: the wishes of all turns so far, the later over the earlier.
 *
 * @param job null when nobody said
 * @param paces more or fewer cuts, in all the song or in parts of it
 * @param shortest ms, 0 for no wish
 * @param longest ms, 0 for no wish
 * @param rhythms of parts of the song that have one of their own
 * @param onBeats places in the bar, empty for no wish
 */
record Style(
        Job job,
        List<Wish.Pace> paces,
        long shortest,
        long longest,
        Set<Integer> onBeats,
        List<Law> laws,
        Map<Role, TransitionKind> transitions,
        Map<Part, Density> rhythms) {

    /** What is asked of the clip or photo at {@code src}. */
    record Law(String src, Rule rule) {}

    static final Style FREE = new Style(null, List.of(), 0, 0, Set.of(), List.of(), Map.of(), Map.of());

    private static final double MOST = 8;

    Style {
        paces = List.copyOf(paces);
        onBeats = Set.copyOf(onBeats);
        laws = List.copyOf(laws);
        transitions = Map.copyOf(transitions);
        rhythms = Map.copyOf(rhythms);
    }

    /** @param pictures in the order in which they were brought */
    Style after(Instruction instruction, List<Material> pictures) {
        var next = job(instruction);
        return new Style(
                next,
                next == Job.MUSIC_TO_VIDEO ? paces : paces(instruction),
                instruction.first(Wish.Shortest.class).map(Wish.Shortest::ms).orElse(shortest),
                instruction.first(Wish.Longest.class).map(Wish.Longest::ms).orElse(longest),
                instruction
                        .first(Wish.OnBeats.class)
                        .map(Wish.OnBeats::positions)
                        .orElse(onBeats(instruction)),
                laws(instruction, pictures),
                transitions(instruction),
                rhythms(instruction));
    }

    /** Whoever speaks of cuts does not want the video left as it is, unless they want fewer. */
    private Job job(Instruction instruction) {
        boolean cuts = instruction.asks(Wish.Cuts.class)
                || instruction.asks(Wish.CutsIn.class)
                || instruction.all(Wish.Pace.class).stream().anyMatch(pace -> pace.factor() > 1)
                || instruction.asks(Wish.OnBeats.class)
                || instruction.asks(Wish.Shortest.class)
                || instruction.asks(Wish.Longest.class);
        return instruction
                .first(Wish.Place.class)
                .map(Wish.Place::job)
                .orElse(cuts && job == Job.MUSIC_TO_VIDEO ? null : job);
    }

    /** A rhythm that is named is meant as it is named: what was said before of more or fewer cuts is over. */
    private List<Wish.Pace> paces(Instruction instruction) {
        var sum = new ArrayList<>(renamed(instruction) ? List.<Wish.Pace>of() : paces);
        for (var wish : instruction.all(Wish.Pace.class)) {
            double factor = wish.factor();
            for (var pace : List.copyOf(sum)) {
                if (pace.where() == wish.where()) {
                    sum.remove(pace);
                    factor *= pace.factor();
                }
            }
            sum.add(new Wish.Pace(Math.clamp(factor, 1 / MOST, MOST), wish.where()));
        }
        return sum;
    }

    /** A rhythm that is named for all of the film is meant for all of it. */
    private Map<Part, Density> rhythms(Instruction instruction) {
        var all = new EnumMap<Part, Density>(Part.class);
        all.putAll(renamed(instruction) ? Map.of() : rhythms);
        instruction.all(Wish.CutsIn.class).forEach(wish -> all.put(wish.where(), wish.density()));
        return all;
    }

    private static boolean renamed(Instruction instruction) {
        return instruction.asks(Wish.Cuts.class) || instruction.asks(Wish.OnBeats.class);
    }

    private Set<Integer> onBeats(Instruction instruction) {
        return instruction.asks(Wish.Cuts.class) ? Set.of() : onBeats;
    }

    private List<Law> laws(Instruction instruction, List<Material> pictures) {
        var all = new ArrayList<>(laws);
        if (instruction.all(Wish.ClipRule.class).stream().anyMatch(wish -> wish.rule() == Rule.ONLY)) {
            all.removeIf(law -> law.rule == Rule.ONLY);
        }
        for (var wish : instruction.all(Wish.ClipRule.class)) {
            wish.file().among(pictures).ifPresent(picture -> {
                all.removeIf(law -> law.src.equals(picture.src()) && excludes(wish.rule(), law.rule));
                if (wish.rule() != Rule.NONE) {
                    all.add(new Law(picture.src(), wish.rule()));
                }
            });
        }
        return all;
    }

    private static boolean excludes(Rule rule, Rule earlier) {
        return rule == Rule.NONE
                || rule == earlier
                || rule == Rule.LEAVE_OUT
                || earlier == Rule.LEAVE_OUT
                || rule.isPlace() && earlier.isPlace();
    }

    private Map<Role, TransitionKind> transitions(Instruction instruction) {
        var all = new EnumMap<Role, TransitionKind>(Role.class);
        all.putAll(transitions);
        instruction.all(Wish.NoTransition.class).forEach(wish -> straight(wish.kind(), all));
        var wishes = instruction.all(Wish.Transition.class);
        if (wishes.stream().anyMatch(wish -> wish.where() == Role.EVERYWHERE)) {
            all.clear();
        }
        wishes.forEach(wish -> all.put(wish.where(), wish.kind()));
        return all;
    }

    /** Also where a transition would come unasked. */
    private static void straight(TransitionKind kind, Map<Role, TransitionKind> all) {
        if (kind == null) {
            all.clear();
            all.put(Role.EVERYWHERE, TransitionKind.CUT);
            return;
        }
        all.replaceAll((role, before) -> before == kind ? TransitionKind.CUT : before);
        if (all.containsKey(Role.EVERYWHERE)) {
            return;
        }
        for (var role : List.of(Role.SECTIONS, Role.DROPS)) {
            if (Transitions.unasked(role) == kind) {
                all.putIfAbsent(role, TransitionKind.CUT);
            } else if (role == Role.DROPS && all.containsKey(Role.SECTIONS)) {
                // A drop is a section's start too: what is asked for those would be its own.
                all.putIfAbsent(role, Transitions.unasked(role));
            }
        }
    }

    boolean has(Rule rule, Material picture) {
        return laws.contains(new Law(picture.src(), rule));
    }

    /** The rhythm at a beat of the film: that of the narrowest part of the song which has one, else {@code usual}. */
    Density density(CutGrid grid, Cut cut, Density usual) {
        var section = grid.section(cut.atMs());
        return rhythms.entrySet().stream()
                .filter(rhythm -> section != null && rhythm.getKey().covers(section))
                .min(Comparator.comparingInt(rhythm -> rhythm.getKey().breadth()))
                .map(Map.Entry::getValue)
                .orElse(usual);
    }

    /** How many times as many cuts as usual at a beat of the film. */
    double pace(CutGrid grid, Cut cut) {
        var section = grid.section(cut.atMs());
        return paces.stream()
                .filter(pace ->
                        pace.where() == null || section != null && pace.where().covers(section))
                .mapToDouble(Wish.Pace::factor)
                .reduce(1, (a, b) -> a * b);
    }
}
