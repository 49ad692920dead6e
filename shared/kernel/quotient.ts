// Whole numbers only: half a hundredth decides whether a person passes, and floats may lose it.

/** numerator / denominator rounded half up. Whole numbers, numerator ≥ 0, denominator > 0; else RangeError. */
export function roundedQuotient(numerator: number, denominator: number): number {
  check(numerator, denominator)
  return wholePart(2 * numerator + denominator, 2 * denominator)
}

/** The smallest whole number not below numerator / denominator. Same limits as roundedQuotient. */
export function ceilingQuotient(numerator: number, denominator: number): number {
  check(numerator, denominator)
  return wholePart(numerator + denominator - 1, denominator)
}

function wholePart(numerator: number, denominator: number): number {
  return (numerator - (numerator % denominator)) / denominator
}

function check(numerator: number, denominator: number): void {
  const whole = Number.isInteger(numerator) && Number.isInteger(denominator)
  if (!whole || numerator < 0 || denominator <= 0 || !Number.isSafeInteger(2 * numerator + denominator))
    throw new RangeError(`quotient ${numerator} / ${denominator}`)
}
