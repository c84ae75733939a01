package dev.beatcut.intent;

/** What the upstream, which takes us for somebody with a screen, wants us to do there. None costs anything to offer. */
public enum Suggestion {
    /** "Click the Export button": start or offer the export. */
    EXPORT,
    /** "Open the timeline panel", "preview": show the tracks. */
    TIMELINE,
    /** "Drag the clip": an edit by hand; offered, never run by itself, since edits are paid. */
    EDIT,
    /** "Check your account". */
    CREDITS
}
