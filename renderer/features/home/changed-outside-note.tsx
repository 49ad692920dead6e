import { useSession } from '../../app/session.tsx'
import { Note } from '../../ui/feedback/note.tsx'

/** At the top, in red: rows or rules of the file are not what this program wrote. */
export function ChangedOutsideNote() {
  const { changedOutside } = useSession()
  if (changedOutside.length === 0) return null
  return (
    <Note tone="err" title="Data diubah di luar program, atau diskanya rusak.">
      {`${changedOutside.join('; ')}. Cocokkan dengan kertasnya dan beri tahu pengelola; cadangan sebelum perubahan itu dapat dipulihkan.`}
    </Note>
  )
}
