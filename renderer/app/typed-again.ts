import { callAgain, client } from './client.ts'
import { isDesk } from './desk/door.ts'
import { keepOnDesk, openKept } from './desk/kept-on-desk.ts'
import { sendUnsent, takeUnsent } from './desk/unsent.ts'

// A page may die while somebody types. What is typed is told to the host, which keeps it in its memory; the page that comes in its place
// asks for it before it shows anything. Where the host keeps nothing all of this does nothing.

const again = new Map<string, string>()
let isKept = false

/** Asks for what the page before this one had typed. Never throws: without it the program still works. */
export async function readTyped(): Promise<void> {
  const typed = await client.computer.typed({}).catch(() => null)
  isKept = typed !== null
  for (const { key, text } of typed ?? []) again.set(key, text)
}

/**
 * The same on a desk, once somebody has signed in there; and what could not be sent before the page died is sent now. Never throws.
 * @param sent is told how much of that arrived, if any; nobody waits for it, since the line may break again
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

/** What was typed in that form before the page died; given once. */
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

/** Keeps what is typed; null forgets it, because it was saved or given up. */
export function keepTyped(key: string, values: unknown): void {
  if (isDesk) {
    void keepOnDesk(key, values === null ? null : JSON.stringify(values))
    return
  }
  if (!isKept) return
  const text = values === null ? '' : JSON.stringify(values)
  client.computer.keepTyped({ key, text }).catch(() => undefined)
}
