import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DomainErrorData } from '../../shared/domain-error.ts'
import { toast } from '../ui/feedback/toast.ts'
import { domainErrorOf, errorMessage } from './error-message.ts'

export interface CommandOptions<Input, Output> {
  /** Message after success: "Angkatan dibuat". No message without it. */
  done?: (output: Output, input: Input) => string | null
  /** Reverts the command. The message then offers "Urungkan" for ten seconds. */
  undo?: (output: Output, input: Input) => Promise<unknown>
  /** Called when the command now waits for a second person: the form may close, although nothing has changed yet. */
  waits?: () => void
  /** Returns true if the caller handles the domain error itself; it is then not shown. */
  refused?: (why: DomainErrorData, input: Input) => boolean
  /** Returns false if the command did more than `undo` can revert. */
  canUndo?: (output: Output, input: Input) => boolean
  /** Several calls may run at once; the caller keeps their order. */
  queued?: boolean
}

export interface Command<Input, Output> {
  /**
   * Runs the operation and reads all open queries again. Returns the output, or undefined when it was refused or when the same command is still
   * running (a second press does nothing).
   */
  run: (input: Input) => Promise<{ output: Output } | undefined>
  pending: boolean
  /** Why it failed, in words; null after success. */
  error: string | null
  /** The same error as data, for screens that offer a way out. */
  domainError: DomainErrorData | null
  clear: () => void
}

/**
 * The only way in which screens write: `const create = useCommand(api.cohort.create, { done: … })`, then `await create.run(draft)`. Show
 * `create.error` in the note of the page.
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
      } else if (code === 'reading_stopped') toast(errorMessage(thrown))
      else if (!why || !options.refused?.(why, input)) setError(thrown)
      return undefined
    } finally {
      running.current -= 1
      setPending(running.current > 0)
      // Also after an error: outdated data on screen may be its reason.
      void queries.invalidateQueries()
    }
  }

  async function takeBack(undo: () => Promise<unknown>) {
    try {
      await undo()
      toast('Diurungkan.')
    } catch (thrown) {
      setError(thrown)
      // Usually the form that would show the error is already closed.
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
