package dev.beatcut.studio.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last paragraph of a message that is about some files only.
 *
 * @param list as it stands there; empty if the message is about all of them
 * @param border between two names; a name may hold it too
 */
record NamedFiles(String list, String border) {

    static final NamedFiles ALL = new NamedFiles("", "");
    private static final Pattern PARAGRAPH =
            Pattern.compile("\\n\\n(?:Use only these files: ([^\\n]+)\\.|只使用这些文件：([^\\n]+)。)\\s*$");

    /** @param unknown names of files that are not there */
    record Choice(List<Material> materials, List<String> unknown) {}

    /** A message in its two parts. */
    record Message(String words, NamedFiles files) {}

    static Message in(String text) {
        var found = PARAGRAPH.matcher(text);
        if (!found.find()) {
            return new Message(text, ALL);
        }
        var files = found.group(1) != null ? new NamedFiles(found.group(1), ", ") : new NamedFiles(found.group(2), "、");
        return new Message(text.substring(0, found.start()), files);
    }

    boolean areAll() {
        return list.isEmpty();
    }

    /** Clips and photos only if they are named; songs too, unless no song is. */
    Choice among(List<Material> materials) {
        if (areAll()) {
            return new Choice(materials, List.of());
        }
        var unknown = new ArrayList<String>();
        var named = named(materials, unknown);
        boolean noSong = named.stream().noneMatch(NamedFiles::isSong);
        return new Choice(
                materials.stream()
                        .filter(material -> named.contains(material) || noSong && isSong(material))
                        .toList(),
                unknown);
    }

    private Set<Material> named(List<Material> materials, List<String> unknown) {
        var named = new LinkedHashSet<Material>();
        for (int at = 0; at < list.length(); ) {
            int end = longest(materials, at, named);
            if (end < 0) {
                int next = list.indexOf(border, at);
                end = next < 0 ? list.length() : next;
                unknown.add(list.substring(at, end));
            }
            at = end + border.length();
        }
        return named;
    }

    /** Adds every file with the longest name that fits at {@code at}. @return its end, negative if none fits */
    private int longest(List<Material> materials, int at, Set<Material> named) {
        for (var spelling : List.of("_", "[^A-Za-z0-9-]")) {
            var fitting = materials.stream()
                    .filter(material -> end(material, spelling, at) >= 0)
                    .toList();
            int end = fitting.stream()
                    .map(material -> end(material, spelling, at))
                    .max(Comparator.naturalOrder())
                    .orElse(-1);
            fitting.stream()
                    .filter(material -> end(material, spelling, at) == end)
                    .forEach(named::add);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    /** @param underscore what one may stand for: signs that the studio or the way here does not carry */
    private int end(Material material, String underscore, int at) {
        var name = Pattern.compile(
                Pattern.quote(material.name()).replace("_", "\\E" + underscore + "\\Q"), Pattern.CASE_INSENSITIVE);
        Matcher matcher = name.matcher(list).region(at, list.length());
        return matcher.lookingAt() && (matcher.end() == list.length() || list.startsWith(border, matcher.end()))
                ? matcher.end()
                : -1;
    }

    private static boolean isSong(Material material) {
        return material.kind() == Material.Kind.SONG;
    }
}
