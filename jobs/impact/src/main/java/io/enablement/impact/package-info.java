/** Batch estimators over what ClickHouse holds, and what they have in common. */
package io.enablement.impact;
