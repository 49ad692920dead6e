import type { NoteSubject, QuickNote } from '../../../shared/features/note/note.ts'
import { api, useCommand, useRead } from '../../app/client.ts'
import { RowLink } from '../../ui/action/action-button.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { NoteRow } from './note-row.tsx'

interface NotePanelProps {
  subject: NoteSubject
  /** Opens a note to edit; null for people who may only read. */
  onChange: ((note: QuickNote) => void) | null
}

/** The notes of a person or a class; hidden when there are none. */
export function NotePanel({ subject, onChange }: NotePanelProps) {
  const { data } = useRead(api.note.list, { subject })
  const remove = useCommand(api.note.remove, {
    done: () => 'Catatan dihapus.',
    undo: (_, { id }) => {
      const gone = data?.find(note => note.id === id)
      return gone ? api.note.write.call({ subject, note: { text: gone.text, due: gone.due } }) : Promise.resolve()
    },
  })
  if (!data || data.length === 0) return null
  return (
    <Panel title="Catatan" flush>
      <ul className={layout.lines} aria-label="Catatan">
        {data.map(note => (
          <NoteRow key={note.id} note={note} fixed={onChange === null}>
            {onChange && (
              <>
                <RowLink label="Ubah" of={note.text} onAction={() => onChange(note)} />
                <RowLink label="Hapus" of={note.text} onAction={() => void remove.run({ id: note.id })} />
              </>
            )}
          </NoteRow>
        ))}
      </ul>
    </Panel>
  )
}
