/** Credits: what is left, as the upstream counts it. */
package dev.beatcut.credit;
