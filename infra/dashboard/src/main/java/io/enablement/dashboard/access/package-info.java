/** Who looks, and what they may see. */
package io.enablement.dashboard.access;
