package io.enablement.impact.did;

/**
 * How much more the treated changed than controls like them, with what each unit adds to the error:
 * estimate − truth ≈ Σ φ, where φ = ψ ÷ n and ψ is the influence function.
 */
interface Fit {

    /** NaN where it cannot be estimated. */
    double value();

    /** Units that were observed. */
    int treated();

    /** Units that were observed. */
    int controls();

    /** Σ of the treated units' weights. */
    double treatedWeight();

    /** Why there is no value; else "". */
    String reason();

    /** Adds a multiple of each place's φ. */
    void addInfluence(double factor, double[] influence);
}
