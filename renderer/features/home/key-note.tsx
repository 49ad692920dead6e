import { useSession } from '../../app/session.tsx'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { Note } from '../../ui/feedback/note.tsx'

/** At the top: papers cannot be signed, which is better known before the day on which they are handed out. */
export function KeyNote() {
  if (!useSession().signingKeyGone) return null
  return (
    <Note
      tone="err"
      title="Kunci yang menandatangani sertifikat tidak ada di komputer ini."
      actions={<LinkAction path="/sertifikat/kunci">Buka Kunci</LinkAction>}
    >
      Sertifikat tidak dapat diterbitkan sebelum kunci dipulihkan dari cadangannya, atau diganti dengan yang baru.
    </Note>
  )
}
