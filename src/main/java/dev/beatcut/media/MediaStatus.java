package dev.beatcut.media;

/** Where a file is on its way. */
public enum MediaStatus {
    /** Its bytes are not here yet. */
    WAITING,
    /** It is being checked and handed upstream. */
    HANDING_OVER,
    READY,
    /** It was refused, and its bytes deleted. */
    REFUSED,
    /** Its bytes did not come, or nobody completed it; what had come is deleted. */
    EXPIRED
}
