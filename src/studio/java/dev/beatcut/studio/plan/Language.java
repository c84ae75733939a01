package dev.beatcut.studio.plan;

/** The languages that instructions are read in and answered in. */
enum Language {
    ENGLISH,
    CHINESE;

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
