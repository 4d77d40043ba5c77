/** Credit for what was won, among what it travelled through. */
package io.enablement.cli.attribution;
