/** From an instruction in plain words, and what was heard and seen, to a timeline. */
package dev.beatcut.studio.plan;
