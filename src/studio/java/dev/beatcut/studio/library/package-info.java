/**
 * What the studio keeps, and the work it owes: accounts, credits, sessions, media and what was heard and seen in them,
 * turns and render jobs. All of it survives a restart.
 */
package dev.beatcut.studio.library;
