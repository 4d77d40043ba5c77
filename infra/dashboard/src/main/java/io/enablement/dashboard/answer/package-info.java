/** Questions to ClickHouse, by name, and their answers, kept for as long as nothing changes. */
package io.enablement.dashboard.answer;
