/** Why a number is what it is, and why it changed. */
package io.enablement.cli.explain;
