/** What pages consist of, and how numbers are written for people. */
package io.enablement.dashboard.view;
