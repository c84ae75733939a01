package dev.beatcut.studio.plan;

import java.util.regex.MatchResult;

/** How much "a bit", "much" and "twice" are. */
final class Degree {

    private static final String LITTLE =
            ".*(?:\\bbit|little|slight|somewhat|touch|tad|notch|hair|tick|smidge|稍|略|一点点).*";
    private static final String MUCH = ".*(?:\\blot|much|way|far|very|really|很多|得多|多了).*";
    private static final String TWICE = ".*(?:twice|double|2x|一倍).*";
    private static final String THRICE = ".*(?:3x|3 times).*";

    private Degree() {}

    /**
     * @param match its groups {@code bit} and {@code more}, where it has them, say how much
     * @param base the factor when nothing is said
     * @return the factor; a little is half the way to {@code base}, much is twice the way, reckoned in powers
     */
    static double factor(MatchResult match, double base) {
        var said = group(match, "bit") + " " + group(match, "more") + " " + group(match, "more2");
        if (said.matches(TWICE)) {
            return base > 1 ? 2 : 0.5;
        }
        if (said.matches(THRICE)) {
            return base > 1 ? 3 : 0.33;
        }
        double way = said.matches(MUCH) ? 2 : said.matches(LITTLE) ? 0.5 : 1;
        return Math.round(Math.pow(base, way) * 100) / 100.0;
    }

    private static String group(MatchResult match, String name) {
        return match.namedGroups().containsKey(name) && match.group(name) != null ? match.group(name) : "";
    }
}
