/**
 * What a message asks for: an export, the credits, the state, an upload or an edit; and what the upstream's sentences
 * about buttons and panels mean to somebody who has none. English and Chinese.
 */
package dev.beatcut.intent;
