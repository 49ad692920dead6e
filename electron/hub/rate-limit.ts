/** Limits requests to a number per minute for each address, in memory: reset by a restart. */
export class RateLimit {
  readonly #most: number
  readonly #turns = new Map<string, number[]>()

  constructor(most: number) {
    this.#most = most
  }

  /** Counts a request. False when the address has reached its limit. */
  take(address: string): boolean {
    const now = performance.now()
    const since = now - 60_000
    const turns = (this.#turns.get(address) ?? []).filter(at => at > since)
    if (turns.length >= this.#most) return false
    turns.push(now)
    this.#turns.set(address, turns)
    if (this.#turns.size > 10_000) this.#forget(since)
    return true
  }

  #forget(since: number): void {
    for (const [address, turns] of this.#turns) if (turns.every(at => at <= since)) this.#turns.delete(address)
  }
}
