/** Numbers as people read them: scorecards and the glossary. */
package io.enablement.cli.scorecard;
