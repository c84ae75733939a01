package dev.beatcut.studio.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The languages that instructions are read in and answered in. */
enum Language {
    ENGLISH,
    CHINESE;

    private static final Set<String> EUROPEAN =
            new HashSet<>(List.of(("el la los las una más mas por para con que haz hazlo corta sube baja pon "
                            + "le les une des avec pour plus rends rendre fais faire mets coupe et est dans sur musique vidéo vitesse "
                            + "das der die den dem ein eine und mit mach mache schneller langsamer kürzer länger bitte auf nicht lauter leiser jeden jede jedes nur schneiden zweiten kein keine für von zum im am "
                            + "o os um uma com mais faça corte deixe música rápido vídeo "
                            + "il lo gli che più rendi fai taglia della musica veloce "
                            + "het een maak sneller met op de")
                    .split(" ")));
    private static final Set<String> ENGLISH_WORDS = Set.of(
            "the", "it", "make", "to", "and", "of", "in", "on", "with", "at", "is", "a", "my", "cut", "be", "for",
            "this");

    private static final Pattern JAPANESE =
            Pattern.compile("を|ください|して|ます|です|した|する|たい(?![\\p{IsHan}])|くして|に合わせ|\\p{IsHan}[のにはがでと]\\p{IsHan}");

    /**
     * The language of the words themselves; quoted titles do not count. {@code declared} decides only where there are
     * no words to judge by.
     *
     * @param declared such as {@code en} or {@code zh-CN}, or null
     */
    static Language of(String words, String declared) {
        long han = words.codePoints().filter(Language::isHan).count();
        long latin = words.codePoints().filter(Language::isLatin).count();
        if (han == 0 && latin == 0) {
            return declared != null && declared.startsWith("zh") ? CHINESE : ENGLISH;
        }
        // A Chinese character says about as much as three Latin letters.
        return 3 * han > latin ? CHINESE : ENGLISH;
    }

    /**
     * Neither English nor Chinese: Japanese with its particles and endings, or more of other letters than of Latin and
     * Chinese ones. A single foreign word or name makes no other language.
     */
    static boolean isAnother(String words) {
        long han = words.codePoints().filter(Language::isHan).count();
        long latin = words.codePoints().filter(Language::isLatin).count();
        long other = words.codePoints().filter(Language::isForeign).count();
        boolean japanese = JAPANESE.matcher(words).find();
        return isAnotherEuropean(words) || japanese && 3 * (han + other) > latin || 2 * other > latin && other > han;
    }

    /** By the little words: two of them, and more than there are English ones. */
    private static boolean isAnotherEuropean(String words) {
        var said = new HashSet<>(List.of(words.split("[^\\p{IsLatin}]+")));
        long foreign = said.stream().filter(EUROPEAN::contains).count();
        return foreign >= 2
                && foreign > said.stream().filter(ENGLISH_WORDS::contains).count();
    }

    private static boolean isForeign(int point) {
        return Character.isLetter(point) && !isHan(point) && !isLatin(point);
    }

    private static boolean isHan(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }

    private static boolean isLatin(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN;
    }

    String choose(String english, String chinese) {
        return this == CHINESE ? chinese : english;
    }
}
