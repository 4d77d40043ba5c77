/** The comparison of all results with the archived events. */
package io.enablement.cli.audit;
