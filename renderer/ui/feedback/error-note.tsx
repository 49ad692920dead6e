import { Note } from './note.tsx'

/** Why a command was not done, in words; nothing while there is no error. Read out when it comes. */
export function ErrorNote({ error }: { error: string | null | undefined }) {
  return error ? (
    <Note tone="err" live>
      {error}
    </Note>
  ) : null
}
