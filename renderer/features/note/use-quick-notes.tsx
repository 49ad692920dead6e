import { IconNote } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { NoteSubject, QuickNote } from '../../../shared/features/note/note.ts'
import { mayOf, useSession } from '../../app/client.ts'
import type { Action } from '../../ui/action/action.ts'
import { NoteDialog } from './note-dialog.tsx'
import { NotePanel } from './note-panel.tsx'

/**
 * Quick notes for the page of a person or a class: the action that writes one, and the panel of existing ones. Both null for people who may not see
 * notes.
 */
export function useQuickNotes(subject: NoteSubject, name: string): { write: Action | null; panel: ReactNode } {
  const [openNote, setOpenNote] = useState<QuickNote | 'new' | null>(null)
  const may = mayOf(useSession())
  if (!may('note.see')) return { write: null, panel: null }
  return {
    write: may('note.change')
      ? {
          label: 'Tulis catatan',
          hint: 'tulis catatan singkat',
          keys: 'Alt C',
          icon: IconNote,
          run: () => setOpenNote('new'),
        }
      : null,
    panel: (
      <>
        <NotePanel subject={subject} onChange={may('note.change') ? setOpenNote : null} />
        {openNote !== null && (
          <NoteDialog
            subject={subject}
            name={name}
            note={openNote === 'new' ? null : openNote}
            onClose={() => setOpenNote(null)}
          />
        )}
      </>
    ),
  }
}
