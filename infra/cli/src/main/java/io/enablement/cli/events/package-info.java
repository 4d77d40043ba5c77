/** Events on their way into Kafka: from files, from a simulation, from the archive. */
package io.enablement.cli.events;
