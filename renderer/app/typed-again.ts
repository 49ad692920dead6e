import { callAgain, client } from './client.ts'
import { keepOnDesk, openKept } from './desk/kept-on-desk.ts'
import { isDesk } from './desk/this-computer.ts'
import { sendUnsent, takeUnsent } from './desk/unsent.ts'

// A page may crash or be reloaded while a person types. So what is typed is also sent to the host, which keeps it in memory; the next page reads it
// before it renders. With a host that keeps nothing, this does nothing.

const again = new Map<string, string>()
let isKept = false

/** Reads what the previous page had typed. Never throws: the program works without it. */
export async function readTyped(): Promise<void> {
  const typed = await client.computer.typed({}).catch(() => null)
  isKept = typed !== null
  for (const { key, text } of typed ?? []) again.set(key, text)
}

/**
 * The same on a desk, after a person has signed in there. Also sends the calls that could not be sent before the page died. Never throws.
 * @param sent gets the number of calls that arrived, if any. Not awaited, because the connection may break again.
 */
export async function readTypedOnDesk(operatorId: number, sent: (count: number) => void): Promise<void> {
  const typed = await client.desk
    .draftKey({})
    .then(({ key }) => openKept(operatorId, key))
    .catch(() => null)
  again.clear()
  const calls = takeUnsent(typed ?? new Map())
  for (const [key, text] of typed ?? []) again.set(key, text)
  void sendUnsent(calls, callAgain).then(count => count > 0 && sent(count))
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
