import { useEffect, useRef } from 'react'
import { LinkAction } from '../action/action-button.tsx'
import { Note } from '../feedback/note.tsx'
import { formatClock } from '../page/moment-format.ts'

interface OfferedDraftProps<Values> {
  draft: {
    /** `at`: wall time of the last save of the draft. `again`: the page died, so the draft is restored without asking. */
    offered: { values: Values; at: string; again: boolean } | null
    take: () => void
    forget: () => void
  }
  /** Fills the form. */
  onTake: (values: Values) => void
}

/** "Lanjutkan isian 15.40?" above a form with an unsaved draft. */
export function OfferedDraft<Values>({ draft, onTake }: OfferedDraftProps<Values>) {
  const { offered } = draft
  function take() {
    if (!offered) return
    onTake(offered.values)
    draft.take()
  }
  const atOnce = useRef(take)
  const again = offered?.again ?? false
  useEffect(() => {
    if (again) atOnce.current()
  }, [again])
  if (!offered) return null
  return (
    <Note
      title={`Lanjutkan isian ${formatClock(offered.at)}?`}
      actions={
        <>
          <LinkAction onAction={take}>Lanjutkan</LinkAction>
          <LinkAction onAction={draft.forget}>Buang</LinkAction>
        </>
      }
    >
      Belum disimpan ketika halaman ini ditinggalkan.
    </Note>
  )
}
