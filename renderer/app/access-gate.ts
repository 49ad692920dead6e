import { ORPCError } from '@orpc/client'
import type { DomainErrorData } from '../../shared/domain-error.ts'
import type { Agreed } from '../../shared/features/access/contract.ts'
import { forgetMessages } from '../ui/feedback/toast.ts'
import { domainErrorOf } from './error-message.ts'

/** A call that waits for the password once more. */
export interface AskedAgain {
  /** What is to be done, as the history says it. */
  label: string
  answer: (confirmed: boolean) => void
}

/** A call that needs another person. */
export interface AskedSecond {
  needed: Extract<DomainErrorData, { code: 'second_person_needed' }>
  input: unknown
  /** Null where it was given up; the names of those who were asked; or what the agreement brought. */
  answer: (answer: { asked: string[] } | Agreed | null) => void
}

interface GateState {
  /** The screen is locked, or will be as soon as the backend has heard of it. */
  locked: boolean
  asked: AskedAgain | null
  second: AskedSecond | null
  /** Counts up when the state of the session must be read again. */
  turn: number
}

let state: GateState = { locked: false, asked: null, second: null, turn: 0 }
const listeners = new Set<() => void>()
let waiting: { go: () => void; give: () => void }[] = []

function become(next: Partial<GateState>) {
  state = { ...state, ...next }
  for (const listener of listeners) listener()
}

/**
 * Between the page and the backend: calls wait while the screen is locked and go on when the same person is back, so that nothing of a page
 * is lost; what asks for the password again is tried again once it has been typed; and what needs another person is put before one.
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
  /** Nobody has signed in any more: the page asks who works. @returns whether it is the same person again */
  untilSignedIn(): Promise<boolean> {
    become({ turn: state.turn + 1 })
    return untilOpen().then(
      () => true,
      () => false,
    )
  },
  /** Somebody else works now: what waited for the first person ends. */
  turnOver() {
    const held = waiting
    waiting = []
    become({ locked: false, asked: null, second: null })
    forgetMessages()
    for (const call of held) call.give()
  },
}

/** What opens the gate, and what asks for it. */
const passing = new Set(
  ['status', 'makeFirst', 'signIn', 'lock', 'confirm', 'changeSecret'].map(name => `access.${name}`),
)

/** Carries out one call of an operation through the gate. */
export async function throughGate<T>(path: readonly string[], input: unknown, call: () => Promise<T>): Promise<T> {
  const operation = path.join('.')
  if (passing.has(operation) || operation === 'session.status') return call()
  for (;;) {
    if (state.locked) await untilOpen()
    try {
      return await call()
    } catch (error) {
      const data = domainErrorOf(error)
      if (data?.code === 'desk_locked') become({ locked: true, turn: state.turn + 1 })
      else if (data?.code === 'confirm_needed') {
        if (!(await askAgain(data.label))) throw error
      } else if (data?.code === 'second_person_needed') {
        return agreedOutput<T>(await askSecond(data, input), error)
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

function askSecond(needed: AskedSecond['needed'], input: unknown): Promise<Parameters<AskedSecond['answer']>[0]> {
  return new Promise(resolve =>
    become({
      second: {
        needed,
        input,
        answer(answer) {
          become({ second: null })
          resolve(answer)
        },
      },
    }),
  )
}

/** What the call answers after all. What only waits now ends in words, as what was refused does: nothing has changed yet. */
function agreedOutput<T>(answer: Parameters<AskedSecond['answer']>[0], error: unknown): T {
  if (answer === null) throw error
  if ('asked' in answer) throw domainError({ code: 'second_person_asked', approvers: answer.asked })
  if (answer.dueAt !== null) throw domainError({ code: 'second_person_waits', dueAt: answer.dueAt })
  return answer.output as T
}

function domainError(data: DomainErrorData): ORPCError<string, DomainErrorData> {
  return new ORPCError('DOMAIN_ERROR', { defined: true, status: 409, data })
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
