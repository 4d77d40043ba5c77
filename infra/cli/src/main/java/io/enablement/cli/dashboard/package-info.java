/** The web dashboard: alone, or beside a stack. */
package io.enablement.cli.dashboard;
