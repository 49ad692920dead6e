import { callAgain, client } from './client.ts'
import { closeKept, keepOnDesk, openKept } from './desk/kept-on-desk.ts'
import { isDesk } from './desk/this-computer.ts'
import { sendUnsent, takeUnsent } from './desk/unsent.ts'

// A page may crash or be reloaded while a person types. So what is typed is also kept for this person: on a desk encrypted in its browser, elsewhere
// in the memory of the host. The next page reads it once the same person has signed in. With a host that keeps nothing, this does nothing.

const again = new Map<string, string>()
let isKept = false

/**
 * Reads what this person had typed before the page died. On a desk also sends the calls that could not be sent before. Never throws: the program
 * works without it.
 * @param sent gets the number of calls that arrived, if any. Not awaited, because the connection may break again.
 */
export async function readTyped(operatorId: number, sent: (count: number) => void): Promise<void> {
  const reading = isDesk
    ? client.desk.draftKey({}).then(({ key }) => openKept(operatorId, key))
    : client.computer.typed({}).then(typed => typed && new Map(typed.map(({ key, text }) => [key, text])))
  const typed = await reading.catch(() => null)
  again.clear()
  isKept = typed !== null
  const calls = takeUnsent(typed ?? new Map())
  for (const [key, text] of typed ?? []) again.set(key, text)
  void sendUnsent(calls, callAgain).then(count => count > 0 && sent(count))
}

/** This person has left: what is still unsaved stays for them. From now on nothing is kept or forgotten. */
export function endTyped(): void {
  if (isDesk) closeKept()
  isKept = false
}

/** What was typed in the form before the page died. Returned once only. */
export function takeTyped(key: string): unknown {
  const text = again.get(key)
  again.delete(key)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Keeps what is typed; `null` forgets it, because it was saved or discarded. */
export function keepTyped(key: string, values: unknown): void {
  if (isDesk) {
    void keepOnDesk(key, values === null ? null : JSON.stringify(values))
    return
  }
  if (!isKept) return
  const text = values === null ? '' : JSON.stringify(values)
  client.computer.keepTyped({ key, text }).catch(() => undefined)
}
