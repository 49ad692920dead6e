import { domainErrorOf, errorMessage } from '../error-message.ts'
import { keepOnDesk } from './kept-on-desk.ts'

// What was told the host while the line was broken lies encrypted on this desk too: a page that dies, or a PC that is switched off, loses none
// of it. It goes to the host when the same person is back, under the number that it had: if it arrived after all, it is not done twice.

const prefix = 'kirim '
/** Milliseconds for which the host knows numbers of requests; older ones are asked about, never sent by themselves. */
const knownFor = 36 * 3_600_000

/** One call that may not have arrived. */
export interface Unsent {
  request: string
  path: readonly string[]
  input: unknown
  /** When, by the clock of this desk, and on which page: what stood at its top, and its address. */
  at: number
  title: string
  hash: string
  /** Why it was not done; null before it was sent. */
  refused: string | null
}

type Send = (call: Pick<Unsent, 'request' | 'path' | 'input'>) => Promise<unknown>

let left: readonly Unsent[] = []
/** Numbers of the calls that this very page still sends by itself. */
const held = new Set<string>()
const listeners = new Set<() => void>()

function become(next: readonly Unsent[]) {
  left = next
  for (const listener of listeners) listener()
}

export const unsent = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** What a person must decide about. */
  state: () => left,
}

/** Keeps a call until it is answered. Files are not kept: they lie on the disk already. */
export async function keepCall(request: string, path: readonly string[], input: unknown): Promise<void> {
  if (!isPlain(input)) return
  held.add(request)
  const { hash } = window.location
  const title = document.querySelector('h1')?.textContent ?? ''
  const call: Unsent = { request, path, input, at: Date.now(), title, hash, refused: null }
  await keepOnDesk(prefix + request, JSON.stringify(call))
}

/** This page sends it no more; it stays on the disk until the person is back who typed it. */
export function leaveCall(request: string): void {
  held.delete(request)
}

export function forgetCall(request: string): Promise<void> {
  held.delete(request)
  return keepOnDesk(prefix + request, null)
}

/** Takes the calls out of what was kept; the rest is words in forms. */
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

/** Sends what the page before this one could not, in the order in which it was typed. @returns how much of it arrived */
export async function sendUnsent(calls: readonly Unsent[], send: Send): Promise<number> {
  let sent = 0
  become([])
  for (const call of calls) {
    const old = Date.now() - call.at > knownFor
    const refused = old ? 'Sudah lebih dari satu hari; periksa dulu halamannya.' : await trySending(call, send)
    if (refused === null) sent += 1
    else become([...left, { ...call, refused }])
  }
  return sent
}

/** A person has decided: once more, or not at all. @returns whether it arrived */
export async function decide(call: Unsent, again: boolean, send: Send): Promise<boolean> {
  const refused = again ? await trySending(call, send) : null
  if (refused === null) await forgetCall(call.request)
  become(left.flatMap(one => (one.request !== call.request ? [one] : refused === null ? [] : [{ ...one, refused }])))
  return again && refused === null
}

async function trySending(call: Unsent, send: Send): Promise<string | null> {
  try {
    await send(call)
    await forgetCall(call.request)
    return null
  } catch (error) {
    // Done before the line broke, only the answer was lost.
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
