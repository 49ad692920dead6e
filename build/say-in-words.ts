import { DomainError } from '../electron/backend/domain-error.ts'
import { domainErrorMessage } from '../shared/domain-error.ts'

/** Ends with words for what the person at the keyboard can mend: a broken rule, a wrong option. A fault of ours is thrown on, with its stack. */
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
