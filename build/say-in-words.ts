import { DomainError } from '../electron/backend/domain-error.ts'
import { domainErrorMessage } from '../shared/domain-error.ts'

/** Prints a message for errors that the user can fix: a broken rule, a wrong option. Throws every other error again, with its stack. */
export function sayInWords(error: unknown): void {
  const words = wordsFor(error)
  if (words === undefined) throw error
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
}

function wordsFor(error: unknown): string | undefined {
  if (error instanceof DomainError) return domainErrorMessage(error.data, 'command line')
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_'))
    return error.message
  return undefined
}
