import { makeListeners } from '../../ui/feedback/listeners.ts'
import { domainErrorOf, errorMessage } from '../error-message.ts'
import { keepOnDesk } from './kept-on-desk.ts'

// Calls that were made while the connection was broken are also stored encrypted on this desk, so that a page crash or power-off loses none. They are
// sent under their first number when the same person is back, so one that had arrived is not carried out twice.

const prefix = 'kirim '
/** Ms for which the host remembers request numbers. Older calls are only sent after the person agrees. */
const knownFor = 36 * 3_600_000

/** One call that may not have arrived. */
export interface Unsent {
  request: string
  path: readonly string[]
  input: unknown
  /** Ms since 1970 by the clock of this desk. `title` and `hash`: heading and address of the page. */
  at: number
  title: string
  hash: string
  /** Why it was refused; null before it was sent. */
  refused: string | null
}

type Send = (call: Pick<Unsent, 'request' | 'path' | 'input'>) => Promise<unknown>

let undecided: readonly Unsent[] = []
/** Numbers of the calls that this page still sends itself. */
const held = new Set<string>()
const listeners = makeListeners()

function setState(next: readonly Unsent[]) {
  undecided = next
  listeners.tell()
}

export const unsent = {
  subscribe: listeners.subscribe,
  /** Calls that a person must decide about. */
  state: () => undecided,
}

/** Stores a call until it is answered. Not calls with files, which are on the disk already. */
export async function keepCall(request: string, path: readonly string[], input: unknown): Promise<void> {
  if (!isPlain(input)) return
  held.add(request)
  const { hash } = window.location
  const title = document.querySelector('h1')?.textContent ?? ''
  const call: Unsent = { request, path, input, at: Date.now(), title, hash, refused: null }
  await keepOnDesk(prefix + request, JSON.stringify(call))
}

/** This page stops sending it; it stays on the disk until its author signs in again. */
export function leaveCall(request: string): void {
  held.delete(request)
}

export function forgetCall(request: string): Promise<void> {
  held.delete(request)
  return keepOnDesk(prefix + request, null)
}

/** Moves the calls out of what was kept, oldest first; what remains is text of forms. */
export function takeUnsent(kept: Map<string, string>): Unsent[] {
  const calls: Unsent[] = []
  for (const [name, text] of kept) {
    if (!name.startsWith(prefix)) continue
    kept.delete(name)
    const call = JSON.parse(text) as Unsent
    if (!held.has(call.request)) calls.push(call)
  }
  return calls.sort((a, b) => a.at - b.at)
}

/** Sends the calls of the previous page, oldest first. @returns how many arrived */
export async function sendUnsent(calls: readonly Unsent[], send: Send): Promise<number> {
  let sent = 0
  setState([])
  for (const call of calls) {
    const old = Date.now() - call.at > knownFor
    const refused = old ? 'Sudah lebih dari satu hari; periksa dulu halamannya.' : await trySending(call, send)
    if (refused === null) sent += 1
    else setState([...undecided, { ...call, refused }])
  }
  return sent
}

/** Carries out the decision of the person: send again, or discard. @returns whether it arrived */
export async function decide(call: Unsent, again: boolean, send: Send): Promise<boolean> {
  const refused = again ? await trySending(call, send) : null
  if (refused === null) await forgetCall(call.request)
  setState(
    undecided.flatMap(one => (one.request !== call.request ? [one] : refused === null ? [] : [{ ...one, refused }])),
  )
  return again && refused === null
}

async function trySending(call: Unsent, send: Send): Promise<string | null> {
  try {
    await send(call)
    await forgetCall(call.request)
    return null
  } catch (error) {
    // It had been carried out before the connection broke; only the answer was lost.
    if (domainErrorOf(error)?.code !== 'request_done') return errorMessage(error)
    await forgetCall(call.request)
    return null
  }
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isPlain)
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain)
}
