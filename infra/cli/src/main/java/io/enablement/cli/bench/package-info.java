/** Runs the benchmarks in a process of their own and shows what they have found. */
package io.enablement.cli.bench;
