/**
 * What chance explains and what it does not, where chance itself chose who was trained: differences
 * with intervals, before the start what could be proven at all. Numbers in, numbers out; nothing
 * here knows a database.
 */
package io.enablement.impact.experiment;
