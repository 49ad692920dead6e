import { ORPCError } from '@orpc/client'
import type { DomainErrorData } from '../../shared/domain-error.ts'
import type { Approved } from '../../shared/features/access/contract.ts'
import { makeListeners } from '../ui/feedback/listeners.ts'
import { forgetMessages } from '../ui/feedback/toast.ts'
import { domainErrorOf } from './error-message.ts'

/** A call that was refused until the person types the password again. */
export interface PasswordRequest {
  /** What the call does, in the words of the history. */
  label: string
  answer: (confirmed: boolean) => void
}

/** A call that was refused until a second person agrees. */
export interface SecondPersonRequest {
  needed: Extract<DomainErrorData, { code: 'second_person_needed' }>
  input: unknown
  /** `null`: the person gave up. `sentTo`: names of the people the request was sent to. Otherwise what the agreement returned. */
  answer: (answer: { sentTo: string[] } | Approved | null) => void
}

interface GateState {
  /** Set at once, before the backend has confirmed the lock. */
  locked: boolean
  password: PasswordRequest | null
  secondPerson: SecondPersonRequest | null
  /** Increased whenever the session status must be read again. */
  reads: number
}

let state: GateState = { locked: false, password: null, secondPerson: null, reads: 0 }
const listeners = makeListeners()
let waiting: { go: () => void; fail: () => void }[] = []

function change(next: Partial<GateState>) {
  state = { ...state, ...next }
  listeners.tell()
}

/**
 * Stands between the page and the backend. While the screen is locked, calls wait and continue when the same person returns, so the page loses
 * nothing. A call that needs the password is repeated after it is typed; a call that needs a second person waits for that person's answer.
 */
export const accessGate = {
  subscribe: listeners.subscribe,
  state: () => state,
  lock: () => change({ locked: true }),
  /** The same person has unlocked the screen: waiting calls continue. */
  open() {
    const held = waiting
    waiting = []
    change({ locked: false })
    for (const call of held) call.go()
  },
  /** The session is gone: shows the sign-in screen. @returns true if the same person signs in again, false if another does */
  untilSignedIn(): Promise<boolean> {
    change({ reads: state.reads + 1 })
    return untilOpen().then(
      () => true,
      () => false,
    )
  },
  /** Another person has signed in: the waiting calls of the first person fail. */
  replacePerson() {
    const held = waiting
    waiting = []
    change({ locked: false, password: null, secondPerson: null })
    forgetMessages()
    for (const call of held) call.fail()
  },
}

/** Operations that work while the screen is locked: they unlock it. */
const passing = new Set(
  ['status', 'makeFirst', 'signIn', 'lock', 'confirm', 'changeSecret'].map(name => `access.${name}`),
)

/** Runs one call of an operation through the gate. */
export async function throughGate<T>(path: readonly string[], input: unknown, call: () => Promise<T>): Promise<T> {
  const operation = path.join('.')
  if (passing.has(operation) || operation === 'session.status') return call()
  for (;;) {
    if (state.locked) await untilOpen()
    try {
      return await call()
    } catch (error) {
      const data = domainErrorOf(error)
      if (data?.code === 'desk_locked') change({ locked: true, reads: state.reads + 1 })
      else if (data?.code === 'confirm_needed') {
        if (!(await askAgain(data.label))) throw error
      } else if (data?.code === 'second_person_needed') {
        return agreedOutput<T>(await askSecond(data, input), error)
      } else {
        if (data?.code === 'sign_in_needed' || data?.code === 'secret_must_change') change({ reads: state.reads + 1 })
        throw error
      }
    }
  }
}

function untilOpen(): Promise<void> {
  return new Promise((resolve, reject) =>
    waiting.push({ go: resolve, fail: () => reject(new Error('Orang lain memakai layar ini.')) }),
  )
}

function askSecond(
  needed: SecondPersonRequest['needed'],
  input: unknown,
): Promise<Parameters<SecondPersonRequest['answer']>[0]> {
  return new Promise(resolve =>
    change({
      secondPerson: {
        needed,
        input,
        answer(answer) {
          change({ secondPerson: null })
          resolve(answer)
        },
      },
    }),
  )
}

/**
 * The output of the call once a second person has agreed. While the agreement is still missing this throws, like a refusal: nothing has changed yet.
 */
function agreedOutput<T>(answer: Parameters<SecondPersonRequest['answer']>[0], error: unknown): T {
  if (answer === null) throw error
  if ('sentTo' in answer) throw domainError({ code: 'second_person_asked', approvers: answer.sentTo })
  if (answer.dueAt !== null) throw domainError({ code: 'second_person_waits', dueAt: answer.dueAt })
  return answer.output as T
}

function domainError(data: DomainErrorData): ORPCError<string, DomainErrorData> {
  return new ORPCError('DOMAIN_ERROR', { defined: true, status: 409, data })
}

function askAgain(label: string): Promise<boolean> {
  return new Promise(resolve =>
    change({
      password: {
        label,
        answer(confirmed) {
          change({ password: null })
          resolve(confirmed)
        },
      },
    }),
  )
}
