/** The directory of a stack in one file, and back. */
package io.enablement.cli.backup;
