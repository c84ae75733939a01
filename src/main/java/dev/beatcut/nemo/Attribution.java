package dev.beatcut.nemo;

/**
 * Says which skill speaks, in which version, from which platform: {@code X-Skill-Source}, {@code X-Skill-Version} and
 * {@code X-Skill-Platform}. An upstream refuses exports (402) to a caller that leaves one out.
 */
public record Attribution(String source, String version, String platform) {

    public Attribution {
        source = headerValue(source);
        version = headerValue(version);
        platform = headerValue(platform);
    }

    /** Whether all three will be sent. */
    public boolean complete() {
        return !source.isEmpty() && !version.isEmpty() && !platform.isEmpty();
    }

    /** Visible ASCII only: a value that came from the environment must not end its header. */
    private static String headerValue(String said) {
        return said == null ? "" : said.replaceAll("[^\\x21-\\x7e]", "");
    }
}
