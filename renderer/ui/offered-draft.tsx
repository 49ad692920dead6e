import { LinkAct } from './link-act.tsx'
import { clockWords } from './moment-words.ts'
import { Note } from './note.tsx'

export interface OfferedDraftProps {
  /** Wall time of its last keeping. */
  at: string
  onTake: () => void
  onForget: () => void
}

/** "Lanjutkan isian 15.40?" above a form that was left before it was saved. */
export function OfferedDraft({ at, onTake, onForget }: OfferedDraftProps) {
  return (
    <Note
      title={`Lanjutkan isian ${clockWords(at)}?`}
      acts={
        <>
          <LinkAct onAct={onTake}>Lanjutkan</LinkAct>
          <LinkAct onAct={onForget}>Buang</LinkAct>
        </>
      }
    >
      Belum disimpan ketika halaman ini ditinggalkan.
    </Note>
  )
}
