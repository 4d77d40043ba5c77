/** Outcomes of units over periods, as every estimator of programme impact takes them. */
package io.enablement.impact.panel;
