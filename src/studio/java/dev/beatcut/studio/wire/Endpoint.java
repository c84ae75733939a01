package dev.beatcut.studio.wire;

/** What can be asked of the studio (§1). */
enum Endpoint {
    TOKEN,
    SESSION,
    RUN,
    UPLOAD,
    CREDITS,
    STATE,
    SUBMIT,
    POLL,
    CANCEL,
    DOWNLOAD,
    /** Links to files, as on a CDN: no part of the API, and always well-behaved. */
    LINK
}
