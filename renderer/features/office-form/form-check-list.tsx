import type { FormCheck } from '../../../shared/features/office-form/office-form.ts'
import { CheckList } from '../../ui/feedback/check-list.tsx'
import { Note } from '../../ui/feedback/note.tsx'

/** Results of checking a dropped file: errors with their place, and what was removed. */
export function FormCheckList({ check }: { check: FormCheck }) {
  const { tokens, problems, removed } = check
  return (
    <>
      {removed.map(words => (
        <Note key={words} tone="info">
          {words}
        </Note>
      ))}
      {problems.length === 0 ? (
        <Note tone={tokens.length === 0 ? 'warn' : 'ok'} live>
          {tokens.length === 0
            ? 'Tidak ada token di berkas ini: isinya akan selalu sama.'
            : `${tokens.length} token dikenal semua.`}
        </Note>
      ) : (
        <>
          <Note tone="err" title={`${problems.length} hal harus diperbaiki di berkasnya:`} live />
          <CheckList
            label="Yang harus diperbaiki"
            compact
            checks={problems.map(({ token, place, words, suggestion }, index) => ({
              key: `${index} ${token}`,
              tone: 'err',
              title: `${token} ${words}`,
              detail: suggestion === null ? place : `${place}. Maksudnya ${suggestion}?`,
            }))}
          />
        </>
      )}
    </>
  )
}
