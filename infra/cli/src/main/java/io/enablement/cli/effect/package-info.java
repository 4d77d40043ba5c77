/** What a programme caused, from any panel, and how well that is known. */
package io.enablement.cli.effect;
