import { domainErrorOf } from './error-message.ts'

/** A call that waits for the password once more. */
export interface AskedAgain {
  /** What is to be done, as the history says it. */
  label: string
  answer: (confirmed: boolean) => void
}

interface GateState {
  /** The screen is locked, or will be as soon as the backend has heard of it. */
  locked: boolean
  asked: AskedAgain | null
  /** Counts up when the state of the session must be read again. */
  turn: number
}

let state: GateState = { locked: false, asked: null, turn: 0 }
const listeners = new Set<() => void>()
let waiting: { go: () => void; give: () => void }[] = []

function become(next: Partial<GateState>) {
  state = { ...state, ...next }
  for (const listener of listeners) listener()
}

/**
 * Between the page and the backend: calls wait while the screen is locked and go on when the same person is back, so that nothing of a page
 * is lost; and what asks for the password again is tried again once it has been typed.
 */
export const accessGate = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  state: () => state,
  lock: () => become({ locked: true }),
  /** The same person is back: what waited goes on. */
  open() {
    const held = waiting
    waiting = []
    become({ locked: false })
    for (const call of held) call.go()
  },
  /** Somebody else works now: what waited for the first person ends. */
  turnOver() {
    const held = waiting
    waiting = []
    become({ locked: false, asked: null })
    for (const call of held) call.give()
  },
}

/** Carries out one call of an operation through the gate. */
export async function throughGate<T>(path: readonly string[], call: () => Promise<T>): Promise<T> {
  const [feature, name] = path
  if (feature === 'access' || (feature === 'session' && name === 'status')) return call()
  for (;;) {
    if (state.locked) await untilOpen()
    try {
      return await call()
    } catch (error) {
      const data = domainErrorOf(error)
      if (data?.code === 'desk_locked') become({ locked: true, turn: state.turn + 1 })
      else if (data?.code === 'confirm_needed') {
        if (!(await askAgain(data.label))) throw error
      } else {
        if (data?.code === 'sign_in_needed' || data?.code === 'secret_must_change') become({ turn: state.turn + 1 })
        throw error
      }
    }
  }
}

function untilOpen(): Promise<void> {
  return new Promise((resolve, reject) =>
    waiting.push({ go: resolve, give: () => reject(new Error('Orang lain memakai layar ini.')) }),
  )
}

function askAgain(label: string): Promise<boolean> {
  return new Promise(resolve =>
    become({
      asked: {
        label,
        answer(confirmed) {
          become({ asked: null })
          resolve(confirmed)
        },
      },
    }),
  )
}
