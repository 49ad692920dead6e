/** True where this person belongs to the class on day `n`: from the day of joining until the last day before leaving. */
export function isMemberOn(
  { joinedDay, left }: { joinedDay: number; left: { afterDay: number } | null },
  n: number,
): boolean {
  return joinedDay <= n && (left === null || n <= left.afterDay)
}
