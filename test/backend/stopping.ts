import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Fixture } from './fixture.ts'

/** What it was refused with; null where it was not. */
export const endOf = (action: Promise<unknown>) =>
  action.then(
    () => null,
    error => error.data,
  )

/** Starts a task, stops it as soon as it says that it runs, and gives what it ended in; nothing was recorded. One that was quicker is tried again. */
export async function stopping(fixture: Fixture, run: (ticket: string) => Promise<unknown>) {
  const written = () => fixture.audit().length
  for (let tries = 0; tries < 20; tries += 1) {
    const ticket = randomUUID()
    const before = written()
    const ending = endOf(run(ticket))
    const over = ending.then(() => true)
    while (!(await Promise.race([over, setImmediate(false)])))
      if (await fixture.client.session.progress({ ticket })) await fixture.client.session.stop({ ticket })
    expect(await fixture.client.session.progress({ ticket })).toBeNull()
    const ended = await ending
    if (ended === null) continue
    expect(written()).toBe(before)
    return ended
  }
  return null
}
