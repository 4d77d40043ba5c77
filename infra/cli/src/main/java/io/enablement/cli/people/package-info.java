/** Who the reps are: names apart from the facts. */
package io.enablement.cli.people;
