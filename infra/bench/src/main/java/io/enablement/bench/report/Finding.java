package io.enablement.bench.report;

/**
 * A comparison of two measurements, or a number by itself, beside its target.
 *
 * @param item of the benchmarks that it belongs to
 * @param target null where it is told and nothing is asked of it
 */
public record Finding(String item, String what, Target target, Samples measured) {

    public boolean met() {
        return target == null || target.isMetBy(measured);
    }
}
