/** What could be proven, before anything is spent. */
package io.enablement.cli.feasibility;
