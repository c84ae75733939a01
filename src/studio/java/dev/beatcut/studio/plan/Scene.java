package dev.beatcut.studio.plan;

/** A shot and what it shows. */
record Scene(Shot shot, Reel reel, Stretch stretch) {}
