package dev.beatcut.studio.beat;

import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;

/**
 * Divides a song's bars into stretches that each sound alike throughout: the division with the least squared deviation
 * from the stretches' means plus a price for every stretch (optimal partitioning, Jackson et al. 2005). Stretches of
 * four, eight and more whole phrases of four bars are cheaper.
 */
final class Phrases {

    /** Price of one more stretch: what a change of level by a fifth in all registers deviates over 8 s. */
    private static final double PRICE = 0.2;
    /** What a stretch costs on top that is off a phrase by a bar or by two, one shorter than a phrase, and a fill. */
    private static final double ODD = 0.06;

    private static final double HALF = 0.03;
    private static final double SHORT = 0.3;
    private static final double FILL = 100;
    private static final int PHRASE = 4;
    private static final long SHORT_MS = 6_500;
    private static final long FILL_MS = 3_000;
    private static final int LONGEST = 16 * PHRASE;
    private static final double UNIT_MS = 2_000;

    private final BarLevels levels;
    private final double[][] sums;
    private final double[] squares;
    private final double[] weights;

    Phrases(BarLevels levels) {
        this.levels = levels;
        int bars = levels.bars();
        int registers = levels.registers()[0].length;
        sums = new double[bars + 1][registers];
        squares = new double[bars + 1];
        weights = new double[bars + 1];
        for (int bar = 0; bar < bars; bar++) {
            double weight = levels.lengthMs(bar) / UNIT_MS;
            weights[bar + 1] = weights[bar] + weight;
            squares[bar + 1] = squares[bar];
            double[] usual = usual(bar);
            for (int register = 0; register < registers; register++) {
                double level = usual[register];
                sums[bar + 1][register] = sums[bar][register] + weight * level;
                squares[bar + 1] += weight * level * level / registers;
            }
        }
    }

    /** A bar unlike those around it, which are alike, is a fill and counts as one of them. */
    private double[] usual(int bar) {
        boolean within = bar > 0 && bar < levels.bars() - 1;
        boolean fill =
                within && 3 * distance(bar - 1, bar + 1) < Math.min(distance(bar, bar - 1), distance(bar, bar + 1));
        return levels.registers()[fill ? bar - 1 : bar];
    }

    private double distance(int bar, int other) {
        double sum = 0;
        for (int register = 0; register < sums[0].length; register++) {
            double difference = levels.registers()[bar][register] - levels.registers()[other][register];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /** The bars at which stretches begin, the first of them 0; {@code given} ones are always among them. */
    List<Integer> starts(Set<Integer> given) {
        int bars = levels.bars();
        double[] costs = new double[bars + 1];
        int[] origins = new int[bars + 1];
        Arrays.fill(costs, 1, bars + 1, Double.POSITIVE_INFINITY);
        for (int end = 1; end <= bars; end++) {
            for (int start = end - 1; start >= Math.max(0, end - LONGEST); start--) {
                double cost = costs[start] + cost(start, end);
                if (cost < costs[end]) {
                    costs[end] = cost;
                    origins[end] = start;
                }
                if (given.contains(start)) {
                    break;
                }
            }
        }
        List<Integer> starts = new LinkedList<>();
        for (int end = bars; end > 0; end = origins[end]) {
            starts.addFirst(origins[end]);
        }
        return starts;
    }

    private double cost(int start, int end) {
        return deviation(start, end) + PRICE + irregularity(start, end);
    }

    private double deviation(int start, int end) {
        double weight = Math.max(1e-9, weights[end] - weights[start]);
        double explained = 0;
        for (int register = 0; register < sums[0].length; register++) {
            double sum = sums[end][register] - sums[start][register];
            explained += sum * sum / weight / sums[0].length;
        }
        return Math.max(0, squares[end] - squares[start] - explained);
    }

    /** The song's ends may cut a phrase. */
    private double irregularity(int start, int end) {
        int bars = end - start;
        long ms = levels.linesMs()[end] - levels.linesMs()[start];
        if (bars < PHRASE && ms < SHORT_MS) {
            return bars < 2 || ms < FILL_MS ? FILL : SHORT;
        }
        boolean whole = start == 0 || end == levels.bars() || bars % PHRASE == 0;
        return whole ? 0 : bars % 2 == 0 ? HALF : ODD;
    }
}
