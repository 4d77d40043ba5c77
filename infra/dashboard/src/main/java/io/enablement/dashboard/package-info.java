/**
 * The web dashboard: pages over the views of ClickHouse, rendered on the server. It reads, and
 * defines no metric.
 */
package io.enablement.dashboard;
