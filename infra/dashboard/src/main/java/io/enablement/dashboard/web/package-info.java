/** The HTTP side: routes, headers, templates, files. */
package io.enablement.dashboard.web;
