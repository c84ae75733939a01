/**
 * Who calls, and on whose behalf we call: owners, the two skills' profiles, and the upstream tokens, which are kept,
 * shared by all processes and renewed when the upstream refuses them. What the upstream refuses becomes a problem here.
 */
package dev.beatcut.access;
