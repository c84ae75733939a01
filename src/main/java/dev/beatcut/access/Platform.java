package dev.beatcut.access;

/** From where the skill runs, as the skills say: {@code SKILL_SOURCE}, else the install path, else {@code unknown}. */
final class Platform {

    private Platform() {}

    /**
     * @param skillSource the environment's SKILL_SOURCE, or null (its name misleads: it is the platform, not the source)
     * @param installPath of this program
     * @param home of the user
     */
    static String detect(String skillSource, String installPath, String home) {
        if (skillSource != null && !skillSource.isBlank()) {
            return skillSource.strip();
        }
        var path = installPath.replace('\\', '/');
        var base = home.replace('\\', '/');
        if (path.startsWith(base + "/.clawhub/")) {
            return "clawhub";
        }
        return path.startsWith(base + "/.cursor/skills/") ? "cursor" : "unknown";
    }
}
