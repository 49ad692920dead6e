import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DomainErrorData } from '../../shared/domain-error.ts'
import { toast } from '../ui/feedback/toast.ts'
import { domainErrorOf, errorMessage } from './error-message.ts'

export interface CommandOptions<Input, Output> {
  /** Said when it is done: "Angkatan dibuat". Nothing is said without it. */
  done?: (output: Output, input: Input) => string | null
  /** Takes it back; the message then offers "Urungkan" for ten seconds. */
  undo?: (output: Output, input: Input) => Promise<unknown>
  /** Called where it waits for another person now: the form has done its part, although nothing has changed. */
  waits?: () => void
  /** Somebody else takes care of a refusal: true, and it is not shown as an error. */
  refused?: (why: DomainErrorData, input: Input) => boolean
  /** False where it did more than `undo` takes back. */
  canUndo?: (output: Output, input: Input) => boolean
  /** Several may be on their way: whoever calls it keeps their order. */
  queued?: boolean
}

export interface Command<Input, Output> {
  /**
   * Runs the operation and reads all open queries again. Answers what came back, or undefined when it was refused or when
   * the same command is still on its way: a second press does nothing.
   */
  run: (input: Input) => Promise<{ output: Output } | undefined>
  pending: boolean
  /** Why it was not done, in words; null after a success. */
  error: string | null
  /** The same as data, for screens that offer a way out. */
  domainError: DomainErrorData | null
  /** Forgets the error. */
  clear: () => void
}

/**
 * The one way in which screens write: `const create = useCommand(api.cohort.create, { done: … })`, then
 * `await create.run(draft)`. Show `create.error` in the page's note.
 */
export function useCommand<Input, Output>(
  operation: { call: (input: Input) => Promise<Output> },
  options: CommandOptions<Input, Output> = {},
): Command<Input, Output> {
  const queries = useQueryClient()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const running = useRef(0)

  async function run(input: Input) {
    if (running.current > 0 && !options.queued) return undefined
    running.current += 1
    setPending(true)
    setError(null)
    try {
      const output = await operation.call(input)
      const words = options.done?.(output, input)
      if (words) {
        const undo = options.canUndo?.(output, input) === false ? undefined : options.undo
        toast(words, undo ? { onUndo: () => takeBack(() => undo(output, input)) } : {})
      }
      return { output }
    } catch (thrown) {
      const why = domainErrorOf(thrown)
      const code = why?.code
      if (options.waits && (code === 'second_person_asked' || code === 'second_person_waits')) {
        toast(errorMessage(thrown))
        options.waits()
      } else if (!why || !options.refused?.(why, input)) setError(thrown)
      return undefined
    } finally {
      running.current -= 1
      setPending(running.current > 0)
      // Also after an error: what was on screen may be the reason for it.
      void queries.invalidateQueries()
    }
  }

  async function takeBack(undo: () => Promise<unknown>) {
    try {
      await undo()
      toast('Diurungkan.')
    } catch (thrown) {
      setError(thrown)
      // The form that would show it is closed as a rule.
      toast(errorMessage(thrown), { refused: true })
    } finally {
      void queries.invalidateQueries()
    }
  }

  return {
    run,
    pending,
    error: error === null ? null : errorMessage(error),
    domainError: domainErrorOf(error),
    clear: () => setError(null),
  }
}
