/** Null as soon as one of them is not known. */
export function sumOrNull(values: readonly (number | null)[]): number | null {
  return values.length === 0 || values.some(value => value === null)
    ? null
    : values.reduce((sum: number, value) => sum + (value ?? 0), 0)
}
