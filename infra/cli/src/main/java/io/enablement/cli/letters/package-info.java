/** Dead letters: seen, looked into, sent again. */
package io.enablement.cli.letters;
