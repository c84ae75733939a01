/**
 * A project that a caller works on: owner, skill profile, language and the session upstream. Other rooms reach the
 * upstream through {@link dev.beatcut.session.Project}, and a caller's things through the ids made here.
 */
package dev.beatcut.session;
