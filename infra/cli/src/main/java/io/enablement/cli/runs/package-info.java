/** Whole runs, from files to published numbers. */
package io.enablement.cli.runs;
