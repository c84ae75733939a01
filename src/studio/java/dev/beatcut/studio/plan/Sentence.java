package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instruction while it is being read: in lower case, misspellings mended, quoted words and names of files folded
 * into one sign each. What a topic understood is taken out, so that in the end what is left is what nobody understood.
 */
final class Sentence {

    /** One quoted stretch. */
    static final String QUOTE = "[\uE000-\uE0FF]";

    /** The name of one clip or photo. */
    static final String PICTURE = "[\uE100-\uE17F]";

    /** The name of one song. */
    static final String SONG = "[\uE180-\uE1FF]";

    private static final char TAKEN = '\uF8FF';
    private static final Pattern QUOTED = Pattern.compile("[\"“”„＂]([^\"“”„＂]+)[\"“”„＂]|「([^」]+)」|『([^』]+)』|《([^》]+)》"
            + "|‘(.+?)’(?!\\p{L})|(?<![\\p{L}\\p{N}])'(.+?)'(?![\\p{L}\\p{N}])");
    private static final Pattern WORD = Pattern.compile(
            "(?i:\\b" + Spelling.TENS + "[ -]" + Spelling.ONES
                    + "\\b)|\\b[wW]/o?(?![\\p{L}\\p{N}])|[\\p{IsLatin}'’]+|[ \\t]+|.",
            Pattern.DOTALL);

    private static final Pattern DENIED =
            Pattern.compile("(?:(?<!why )\\b(?:don't|do not|never) (?!you\\b|forget|mind|worry|hesitate)|不要|别(?!的|忘))"
                    + "(?:(?!\\b(?:and|but|then|just|so|please)\\b)[^,.;:!?，。；：！？、\\n" + TAKEN + "]){0,40}$");

    /** What was read, and where it stood. */
    private record Found(int at, Wish wish) {}

    private final String original;
    private final UnaryOperator<CharSequence> view;
    private final List<String> folded = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private final List<Integer> origins = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Integer> secondThoughts = new ArrayList<>();

    Sentence(String text, Spelling spelling, FileNames names) {
        this(text, spelling, names, UnaryOperator.identity());
    }

    /** @param view through which patterns see the text */
    Sentence(String text, Spelling spelling, FileNames names, UnaryOperator<CharSequence> view) {
        this.original = text;
        this.view = view;
        Matcher quoted = QUOTED.matcher(text);
        int done = 0;
        while (quoted.find()) {
            addUnquoted(done, quoted.start(), spelling, names);
            var words = firstGroup(quoted).strip();
            fold(names.areFile(words) ? names.sign(words) : QUOTE.charAt(1), words, quoted.start());
            done = quoted.end();
        }
        addUnquoted(done, text.length(), spelling, names);
        origins.add(text.length());
    }

    private Sentence(Sentence whole, int from, int to) {
        this.original = whole.original;
        this.view = whole.view;
        this.folded.addAll(whole.folded);
        this.open.append(whole.open, from, to);
        this.origins.addAll(whole.origins.subList(from, to + 1));
    }

    /** A stretch as a sentence of its own: what is understood there is not noted here. */
    Sentence part(int from, int to) {
        return new Sentence(this, from, to);
    }

    private void addUnquoted(int from, int to, Spelling spelling, FileNames names) {
        Matcher file = names.pattern().matcher(original).region(from, to);
        int done = from;
        while (file.find()) {
            addWords(done, file.start(), spelling);
            fold(names.sign(file.group()), file.group(), file.start());
            done = file.end();
        }
        addWords(done, to, spelling);
    }

    /** @param first of the signs of its kind; each kind has 128, more are nobody's instruction */
    private void fold(char first, String words, int at) {
        open.append((char) (first + folded.size() % 128));
        origins.add(at);
        folded.add(words);
    }

    private void addWords(int from, int to, Spelling spelling) {
        Matcher words = WORD.matcher(original).region(from, to);
        while (words.find()) {
            var mended = spelling.mend(words.group());
            for (int i = 0; i < mended.length(); i++) {
                origins.add(Math.min(words.start() + i, words.end() - 1));
            }
            open.append(mended);
        }
    }

    private static String firstGroup(MatchResult match) {
        for (int i = 1; i <= match.groupCount(); i++) {
            if (match.group(i) != null) {
                return match.group(i);
            }
        }
        return "";
    }

    /** The words of a {@link #QUOTE}, {@link #PICTURE} or {@link #SONG} sign, as they were written. */
    String words(String sign) {
        return folded.get((sign.charAt(0) - QUOTE.charAt(1)) % 128);
    }

    /** The stretch as it was written. */
    String written(int from, int to) {
        return original.substring(origins.get(from), origins.get(to)).strip();
    }

    /** What is still open, a matcher's view of it. */
    Matcher matcher(Pattern pattern) {
        return pattern.matcher(view.apply(open.toString()));
    }

    private void take(int from, int to) {
        for (int i = from; i < to; i++) {
            open.setCharAt(i, TAKEN);
        }
    }

    /** Takes every stretch that matches and that {@code reading} makes something of; null leaves it. */
    <T> List<T> takeAll(Pattern pattern, Function<MatchResult, T> reading) {
        var taken = new ArrayList<T>();
        var matcher = matcher(pattern);
        while (matcher.find()) {
            var read = matcher.end() > matcher.start() ? reading.apply(matcher.toMatchResult()) : null;
            if (read != null) {
                taken.add(read);
                take(matcher.start(), matcher.end());
            }
        }
        return taken;
    }

    /** Takes every stretch that matches and notes what it wishes; null leaves the stretch. */
    void read(Pattern pattern, Function<MatchResult, Wish> reading) {
        read(new Phrase(pattern, match -> {
            var wish = reading.apply(match);
            return wish == null ? null : List.of(wish);
        }));
    }

    void read(Phrase phrase) {
        takeAll(phrase.pattern(), match -> {
            var wishes = isDenied(match.start()) ? null : phrase.wishes().apply(match);
            if (wishes != null) {
                wishes.forEach(wish -> found.add(new Found(match.start(), wish)));
            }
            return wishes;
        });
    }

    /** Whether "don't" stands before it in its clause: a phrase that denies something begins with that word itself. */
    private boolean isDenied(int at) {
        return DENIED.matcher(open).region(Math.max(0, at - 60), at).find();
    }

    /** Takes the words by which somebody takes back what he said before: "15 seconds, no wait, 20 seconds". */
    void takeSecondThoughts(Pattern words) {
        takeAll(words, MatchResult::start).forEach(secondThoughts::add);
    }

    /** Everything that was read so far and not taken back, in the order of the words, each once. */
    List<Wish> wishes() {
        return found.stream()
                .filter(one -> found.stream().noneMatch(other -> isTakenBack(one, other)))
                .sorted(Comparator.comparingInt(Found::at))
                .map(Found::wish)
                .distinct()
                .toList();
    }

    private boolean isTakenBack(Found one, Found later) {
        return one.wish().about().equals(later.wish().about())
                && secondThoughts.stream().anyMatch(at -> one.at() < at && at <= later.at());
    }

    /** Everything but the folded words and what was taken. */
    String rest() {
        return open.toString();
    }

    static boolean isTaken(char c) {
        return c == TAKEN;
    }
}
