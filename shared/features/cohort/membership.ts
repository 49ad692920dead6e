/** True if the person is a member on day `n`: from the day of joining to the last day before leaving. */
export function isMemberOn(
  { joinedDay, left }: { joinedDay: number; left: { afterDay: number } | null },
  n: number,
): boolean {
  return joinedDay <= n && (left === null || n <= left.afterDay)
}
