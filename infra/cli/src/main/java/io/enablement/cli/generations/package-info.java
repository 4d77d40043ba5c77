/** The generations of results: which there are, where they differ, which one is shown. */
package io.enablement.cli.generations;
