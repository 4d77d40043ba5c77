/** How commands talk with people: what they say, ask, refuse and fail with. */
package io.enablement.cli.console;
