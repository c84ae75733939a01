package dev.beatcut.studio.visual;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A style as seen from one of its views; in drafts {@code visual:halo} or {@code visual:halo-2}.
 *
 * @param view from 0
 */
public record Look(Style style, int view) {

    public static final String SCHEME = "visual:";

    private static final Pattern ADDRESS = Pattern.compile("visual:([a-z]{1,20})(?:-([1-9]))?");

    public Look {
        if (view < 0 || view >= style.views.size()) {
            throw new IllegalArgumentException(
                    "%s has views 0 to %d, but not %d".formatted(style, style.views.size() - 1, view));
        }
    }

    /** All of them, in an order in which neighbours differ most. */
    public static List<Look> all() {
        int views = Arrays.stream(Style.values())
                .mapToInt(style -> style.views.size())
                .max()
                .orElse(0);
        return java.util.stream.IntStream.range(0, views * Style.values().length)
                .mapToObj(i -> new Look(Style.values()[i % Style.values().length], i / Style.values().length))
                .toList();
    }

    /** Empty when {@code src} is not the address of a look that there is. */
    public static Optional<Look> of(String src) {
        var found = ADDRESS.matcher(src == null ? "" : src);
        if (!found.matches()) {
            return Optional.empty();
        }
        int view = found.group(2) == null ? 0 : Integer.parseInt(found.group(2)) - 1;
        return all().stream()
                .filter(look -> look.view == view && look.name().equals(found.group(1)))
                .findFirst();
    }

    /** As drafts name it. */
    public String src() {
        return SCHEME + name() + (view == 0 ? "" : "-" + (view + 1));
    }

    public String name() {
        return style.name().toLowerCase(Locale.ROOT);
    }
}
