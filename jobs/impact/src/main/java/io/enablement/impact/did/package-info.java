/** What a programme caused: group-time effects, their errors, and how far to believe them. */
package io.enablement.impact.did;
