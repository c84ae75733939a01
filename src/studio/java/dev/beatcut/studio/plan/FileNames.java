package dev.beatcut.studio.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of files in an instruction: those that were brought, and what looks like one. */
final class FileNames {

    private static final String SONGS = "mp3|wav|m4a|aac|flac|ogg|opus|wma|aiff?";
    private static final String PICTURES = "mp4|mov|avi|webm|mkv|m4v|jpe?g|png|gif|webp|heic|bmp|tiff?";
    private static final Pattern SONG = Pattern.compile("(?i).+\\.(?:" + SONGS + ")");
    private static final Pattern FILE = Pattern.compile("(?i)[^\\n]+\\.(?:" + SONGS + "|" + PICTURES + ")");
    private static final String LOOKS_LIKE_ONE =
            "[\\p{IsLatin}0-9_()-]{1,80}(?:\\.[\\p{IsLatin}0-9_()-]{1,80}){0,3}\\.(?:" + SONGS + "|" + PICTURES
                    + ")\\b";

    private final List<Material> files;
    private final Pattern pattern;

    /** @param spelling knows the words of instructions: a file called like one is only meant with its ending */
    FileNames(List<Material> files, Spelling spelling) {
        this.files = files;
        var known = files.stream()
                .flatMap(file -> Stream.of(file.name(), Cutter.bareName(file.name())))
                .filter(name -> name.length() > 2
                        && !name.isBlank()
                        && (FILE.matcher(name).matches() || isSpecial(name, spelling)))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote);
        this.pattern = Pattern.compile("(?iu)(?<![\\p{IsLatin}\\p{N}])(?<!titles? |title: |called |saying |says )(?:"
                + Stream.concat(known, Stream.of(LOOKS_LIKE_ONE)).collect(Collectors.joining("|"))
                + ")(?![\\p{IsLatin}\\p{N}])");
    }

    private static boolean isSpecial(String name, Spelling spelling) {
        return name.matches(".*[\\d_-].*") && name.matches(".*\\p{L}.*") || name.length() > 2 && !spelling.knows(name);
    }

    Pattern pattern() {
        return pattern;
    }

    /** In quotation marks a file is meant only with its ending: <code>title "Road"</code> is a title. */
    boolean areFile(String words) {
        return FILE.matcher(words).matches();
    }

    /** The first sign of the kind of file that this names. */
    char sign(String name) {
        var file = of(name);
        boolean song = file == null ? SONG.matcher(name).matches() : file.kind() == Material.Kind.SONG;
        return (song ? Sentence.SONG : Sentence.PICTURE).charAt(1);
    }

    private Material of(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        return files.stream()
                .filter(file -> file.name().toLowerCase(Locale.ROOT).equals(plain)
                        || Cutter.bareName(file.name()).toLowerCase(Locale.ROOT).equals(plain))
                .findFirst()
                .orElse(null);
    }
}
