import { closingHeader, versionHeader } from '../../../shared/features/desk/pair.ts'
import { makeListeners } from '../../ui/feedback/listeners.ts'
import { accessGate } from '../access-gate.ts'
import { domainErrorOf } from '../error-message.ts'
import { isTyped, marksIn, mayWait } from './call-kinds.ts'
import { HostOutOfReach } from './host-out-of-reach.ts'
import { keepAllNow } from './kept-on-desk.ts'
import { isDesk, programVersion, signInDesk } from './this-computer.ts'
import { forgetCall, keepCall, leaveCall } from './unsent.ts'

export interface Connection {
  /** Since when the host does not answer; null while it does. */
  lostAt: Date | null
  /** Seconds until the next try. */
  tryIn: number
  /** Number of calls that have not reached the host yet. */
  waiting: number
  /** The connection has been lost for three seconds, which is when the page says so. */
  shown: boolean
  /** The pulses of the last hour, newest last. */
  beats: readonly Beat[]
  /** This computer is not paired as a desk, or no longer. */
  out: boolean
  /** The host closes soon: who closes it, and the time in terms of `performance.now()`. */
  closing: { by: string; at: number } | null
}

/** A pulse: when, and the ms until its answer; null if none came. */
export type Beat = { at: number; ms: number | null }

/** What happened while the host was away. */
export type Back = {
  /** Waiting calls that were sent, and how many marks of attendance were in them. */
  sent: number
  marks: number
  /** Cells and fields that need a choice, because another person changed them meanwhile. */
  conflicts: number
}

/** `pulse`: ms between two checks of the connection. `patience`: ms without an answer after which it counts as lost. */
const pulse = 5000
const patience = 3000
/** Seconds between two tries. */
const tries = [1, 2, 4, 8, 15]
const hour = 3_600_000
/** Ms after which the return of the host is announced, even if calls are still being sent. */
const saidAfter = 5000

let state: Connection = { lostAt: null, tryIn: 0, waiting: 0, shown: false, beats: [], out: false, closing: null }
const listeners = makeListeners()
const onBack = new Set<(what: Back) => void>()
let cut = new AbortController()
let back: PromiseWithResolvers<void> | null = null
let tryNow: () => void = () => undefined
let whileAway: Back = { sent: 0, marks: 0, conflicts: 0 }

function setState(next: Partial<Connection>) {
  state = { ...state, ...next }
  listeners.tell()
}

export const connection = {
  subscribe: listeners.subscribe,
  state: () => state,
  /** Called when the host is back. */
  onBack(listener: (what: Back) => void) {
    onBack.add(listener)
    return () => void onBack.delete(listener)
  },
  tryNow: () => tryNow(),
  /** Drops the connection, also a working one, and connects anew at once. */
  reconnect() {
    lose()
    tryNow()
  },
  letIn: () => setState({ out: false }),
}

type Pass = {
  path: readonly string[]
  input: unknown
  signal?: AbortSignal | undefined
  /** The request number of an earlier try; a new one is made without it. */
  request?: string | undefined
}

/**
 * Runs one call over a connection that may break. Reads and typed entries wait and are sent again under the same number, so that they are carried out
 * once. What assigns numbers, closes or creates something cannot wait and is refused at once.
 */
export async function throughConnection<T>(
  { path, input, signal, request = crypto.randomUUID() }: Pass,
  call: (request: string, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  let counted = false
  let handedOver = false
  const queued = isTyped(path) ? joinQueue() : null
  const wait = async () => {
    if (!isTyped(path) || counted) return
    // Counted as waiting only after it is stored on the disk of this desk.
    await keepCall(request, path, input)
    counted = true
    setState({ waiting: state.waiting + 1 })
  }
  try {
    for (;;) {
      if (state.lostAt !== null) {
        if (!mayWait(path)) throw new HostOutOfReach()
        await wait()
        await back?.promise
        signal?.throwIfAborted()
        handedOver = (await queued?.before()) ?? false
        if (handedOver) throw new Error('Orang lain memakai layar ini.')
        // The connection may have broken again while earlier calls were sent.
        continue
      }
      const line = cut.signal
      try {
        const answer = await call(request, signal ? AbortSignal.any([signal, line]) : line)
        if (counted) {
          whileAway.sent += 1
          whileAway.marks += marksIn(path, input)
        }
        return answer
      } catch (error) {
        if (signal?.aborted) throw error
        if (line.aborted) continue
        if (error instanceof TypeError) {
          lose()
          continue
        }
        const why = domainErrorOf(error)
        const code = why?.code
        if (counted && why?.code === 'changed_meanwhile') whileAway.conflicts += why.conflicts.length
        if (code === 'sign_in_needed' && isTyped(path)) {
          // The host was restarted and nobody is signed in. Throwing this error would end the calls that the page has queued behind this one.
          await wait()
          handedOver = !(await accessGate.untilSignedIn())
          if (handedOver) throw error
        } else if (code !== 'desk_unknown' || !(await signInDeskAgain())) throw error
      }
    }
  } finally {
    queued?.end(handedOver)
    if (counted) {
      setState({ waiting: state.waiting - 1 })
      // Another person works here now: the call stays on the disk for the person who typed it.
      if (handedOver) leaveCall(request)
      else void forgetCall(request)
    }
  }
}

/** Typed entries without an answer yet, in order. Each resolves to true if it was left on the disk because another person signed in. */
const typed = new Set<Promise<boolean>>()

/** Waiting entries are sent in the order of typing: two marks of one cell must not change places. */
function joinQueue() {
  const earlier = [...typed]
  const { promise, resolve } = Promise.withResolvers<boolean>()
  typed.add(promise)
  return {
    /** Waits for all earlier entries; returns true if another person works here now. */
    before: async () => (await Promise.all(earlier)).includes(true),
    end(handedOver: boolean) {
      typed.delete(promise)
      resolve(handedOver)
    },
  }
}

async function signInDeskAgain(): Promise<boolean> {
  try {
    const isIn = await signInDesk()
    setState({ out: !isIn })
    return isIn
  } catch {
    lose()
    return true
  }
}

/** @param since when the request without an answer began */
function lose(since = Date.now()): void {
  if (state.lostAt !== null) return
  const broken = cut
  cut = new AbortController()
  back = Promise.withResolvers()
  whileAway = { sent: 0, marks: 0, conflicts: 0 }
  const lostAt = new Date(since)
  setState({ lostAt, beats: withBeat(null) })
  setTimeout(() => state.lostAt === lostAt && setState({ shown: true }), since + patience - Date.now())
  // Aborts requests on the dead connection; they are sent again later.
  broken.abort()
  setState({ closing: null })
  void untilBack()
}

async function untilBack(): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    await countDown(tries[Math.min(attempt, tries.length - 1)] ?? 15)
    if (await beats()) break
  }
  const said = state.shown
  setState({ lostAt: null, shown: false, tryIn: 0 })
  back?.resolve()
  back = null
  // Sends the waiting calls first, then reports how many. Does not wait for those that need a sign-in.
  const rest = Promise.all(typed)
  await Promise.race([rest, new Promise(resolve => setTimeout(resolve, saidAfter))])
  // Shown after the messages of the acts that were sent, because a newer message hides an older one.
  setTimeout(() => {
    const { sent, conflicts } = whileAway
    if (state.lostAt === null && (said || sent + conflicts > 0)) for (const listener of onBack) listener(whileAway)
  }, 600)
}

function countDown(seconds: number): Promise<void> {
  return new Promise(resolve => {
    let remaining = seconds
    setState({ tryIn: remaining })
    const timer = setInterval(() => {
      remaining -= 1
      setState({ tryIn: remaining })
      if (remaining <= 0) done()
    }, 1000)
    function done() {
      clearInterval(timer)
      resolve()
    }
    tryNow = done
  })
}

/** Checks whether the host answers. Sends the time of the last answer, so that the host can show it. */
async function beats(): Promise<boolean> {
  const began = performance.now()
  try {
    const last = state.beats.findLast(({ ms }) => ms !== null)?.ms
    const answer = await fetch(`/denyut${last == null ? '' : `?ms=${last}`}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    })
    if (answer.status === 401) await signInDeskAgain()
    await followHost(answer.headers.get(versionHeader))
    hearClosing(answer.headers.get(closingHeader))
    const took = Math.round(performance.now() - began)
    setState({ beats: withBeat(took) })
    return true
  } catch {
    return false
  }
}

function withBeat(ms: number | null): Beat[] {
  const at = Date.now()
  return [...state.beats.filter(beat => at - beat.at < hour), { at, ms }]
}

function hearClosing(said: string | null): void {
  const [seconds = '', by = ''] = said?.split(' ') ?? []
  const closing = said === null ? null : { by: decodeURIComponent(by), at: performance.now() + Number(seconds) * 1000 }
  if (closing !== null || state.closing !== null) setState({ closing })
}

const loadedFor = 'balai.dimuat'
let loading = false

/** True while the page reloads itself. Typed text comes back, so the person is not asked about unsaved work. */
export function isLoadingAnew(): boolean {
  return loading
}

/** A host of another version has another page: reloads it once per version, and only when nothing is waiting. */
async function followHost(version: string | null): Promise<void> {
  if (version === null || version === programVersion || loading || state.waiting > 0) return
  if (sessionStorage.getItem(loadedFor) === version) return
  loading = true
  await keepAllNow()
  sessionStorage.setItem(loadedFor, version)
  window.location.reload()
}

if (isDesk) {
  setInterval(async () => {
    const began = Date.now()
    if (state.lostAt === null && !state.out && !(await beats())) lose(began)
  }, pulse)
}
