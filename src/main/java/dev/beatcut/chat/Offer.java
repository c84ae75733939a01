package dev.beatcut.chat;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a caller may say next; the reply offers it in words. */
public enum Offer {
    /** The film. */
    @JsonProperty("export")
    EXPORT,
    /** Another edit, which the upstream would have made by hand. */
    @JsonProperty("edit")
    EDIT,
    /** The same again: it had no effect. */
    @JsonProperty("retry")
    RETRY
}
