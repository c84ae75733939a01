package dev.beatcut.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How the skill signs its requests. */
@ConfigMapping(prefix = "beatcut.skill")
interface SkillConfig {

    /** The skill's version; its documents have lost theirs. */
    @WithDefault("1.0.0")
    String version();

    /** Overrides what is detected from the install path. */
    @WithDefault("${SKILL_SOURCE:}")
    Optional<String> platform();
}
