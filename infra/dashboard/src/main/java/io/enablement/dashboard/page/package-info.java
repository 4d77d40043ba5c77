/** The pages: which questions each asks, and how their answers are laid out. */
package io.enablement.dashboard.page;
