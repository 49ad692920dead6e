import { useContext } from 'react'
import { ErrorHelpContext } from './error-help-context.ts'
import { Note } from './note.tsx'

/** The error of a command with a link to its help; nothing without an error. Announced when it appears. */
export function ErrorNote({ error }: { error: string | null | undefined }) {
  const Help = useContext(ErrorHelpContext)
  return error ? (
    <Note tone="err" live>
      {error} {Help && <Help message={error} />}
    </Note>
  ) : null
}
