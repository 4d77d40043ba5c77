/** The servers and the jobs of a stack: started, watched, rebuilt, stopped. */
package io.enablement.cli.stack;
