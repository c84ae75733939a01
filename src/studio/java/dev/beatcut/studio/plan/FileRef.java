package dev.beatcut.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A file as an instruction speaks of it. */
sealed interface FileRef {

    /**
     * The how-manieth of its kind, in the order in which they were brought.
     *
     * @param number 1 for the first, -1 for the last, -2 for the last but one
     * @param kind what it was called; a clip may also be a photo where there are no clips, and the other way round
     */
    record Number(int number, Material.Kind kind) implements FileRef {}

    /** @param name as it was written, with its ending or without */
    record Named(String name) implements FileRef {}

    /** All of a kind. @param kind null for all that can be shown */
    record All(Material.Kind kind) implements FileRef {

        /** Each of them, by its number. */
        List<FileRef> each(List<Material> files) {
            return Stream.of(Material.Kind.CLIP, Material.Kind.PHOTO)
                    .filter(each -> kind == null || kind == each)
                    .flatMap(each -> IntStream.rangeClosed(1, (int) files.stream()
                                    .filter(file -> file.kind() == each)
                                    .count())
                            .<FileRef>mapToObj(number -> new Number(number, each)))
                    .toList();
        }
    }

    /** @param files in the order in which they were brought */
    default Optional<Material> among(List<Material> files) {
        return switch (this) {
            case Named(String name) ->
                files.stream().filter(file -> isCalled(name, file)).findFirst();
            case All all -> all.each(files).stream().findFirst().flatMap(first -> first.among(files));
            case Number(int number, Material.Kind kind) -> {
                var counted = counted(kind, files);
                int index = number > 0 ? number - 1 : counted.size() + number;
                yield index >= 0 && index < counted.size() ? Optional.of(counted.get(index)) : Optional.empty();
            }
        };
    }

    private static List<Material> counted(Material.Kind kind, List<Material> files) {
        var same = files.stream().filter(file -> file.kind() == kind).toList();
        if (!same.isEmpty() || kind == Material.Kind.SONG) {
            return same;
        }
        return files.stream().filter(file -> file.kind() != Material.Kind.SONG).toList();
    }

    private static boolean isCalled(String name, Material file) {
        return plain(file.name()).equals(plain(name))
                || plain(Cutter.bareName(file.name())).equals(plain(name));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
