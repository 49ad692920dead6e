import { useEffect, useRef } from 'react'
import { LinkAction } from '../action/link-action.tsx'
import { Note } from '../feedback/note.tsx'
import { formatClock } from '../page/moment-format.ts'

interface OfferedDraftProps {
  /** Wall time of its last keeping. */
  at: string
  /** The page died under it: it is taken without asking. */
  again?: boolean
  onTake: () => void
  onForget: () => void
}

/** "Lanjutkan isian 15.40?" above a form that was left before it was saved. */
export function OfferedDraft({ at, again = false, onTake, onForget }: OfferedDraftProps) {
  const take = useRef(onTake)
  useEffect(() => {
    if (again) take.current()
  }, [again])
  return (
    <Note
      title={`Lanjutkan isian ${formatClock(at)}?`}
      actions={
        <>
          <LinkAction onAction={onTake}>Lanjutkan</LinkAction>
          <LinkAction onAction={onForget}>Buang</LinkAction>
        </>
      }
    >
      Belum disimpan ketika halaman ini ditinggalkan.
    </Note>
  )
}
