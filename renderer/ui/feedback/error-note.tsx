import { useContext } from 'react'
import { ErrorHelpContext } from './error-help-context.ts'
import { Note } from './note.tsx'

/** Why a command was not done, in words, with the way to the page that helps; nothing while there is no error. Read out when it comes. */
export function ErrorNote({ error }: { error: string | null | undefined }) {
  const Help = useContext(ErrorHelpContext)
  return error ? (
    <Note tone="err" live>
      {error} {Help && <Help message={error} />}
    </Note>
  ) : null
}
