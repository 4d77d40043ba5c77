/** What the programmes caused, when to ask again, and whether the answer can be repeated. */
package io.enablement.cli.impact;
