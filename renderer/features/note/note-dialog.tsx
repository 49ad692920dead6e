import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type NoteDraft, type NoteSubject, noteDraft, type QuickNote } from '../../../shared/features/note/note.ts'
import { readNoteDay } from '../../../shared/features/note/read-note-day.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand, useToday } from '../../app/client.ts'
import { useDraftForm } from '../../app/use-draft-form.ts'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { fieldOf } from '../../ui/form/field.tsx'

interface NoteDialogProps {
  subject: NoteSubject
  /** Name of the person or the class. */
  name: string
  /** The stored note, or null for a new one. */
  note: QuickNote | null
  onClose: () => void
}

/** One line of text. A date named in the text fills the day, until another is typed. */
export function NoteDialog({ subject, name, note, onClose }: NoteDialogProps) {
  const today = useToday()
  const before: NoteDraft = { text: note?.text ?? '', due: note?.due ?? null }
  const { form, read } = useDraftForm(noteDraft, before, note && `catatan ${note.id}`)
  const [byHand, setByHand] = useState(note !== null)
  const write = useCommand(api.note.write, {
    done: () => 'Catatan disimpan.',
    undo: ({ id }) => api.note.remove.call({ id }),
  })
  const change = useCommand(api.note.change, {
    done: () => 'Catatan diubah.',
    undo: (_, { id }) => api.note.change.call({ id, note: before }),
  })

  function type(text: string) {
    form.setFieldValue('text', text)
    if (!byHand) form.setFieldValue('due', readNoteDay(text, today))
  }
  function choose(due: PlainDate | null) {
    form.setFieldValue('due', due)
    setByHand(true)
  }
  async function store() {
    const draft = read()
    if (!draft) return
    const done = note ? await change.run({ id: note.id, note: draft }) : await write.run({ subject, note: draft })
    if (done) onClose()
  }

  return (
    <FormModal
      title={`Catatan untuk ${name}`}
      onClose={onClose}
      action={{ label: 'Simpan catatan', run: store, pending: write.pending || change.pending }}
      error={write.error ?? change.error}
    >
      <TextInput
        placeholder="bawa KK asli Senin"
        data-autofocus
        {...fieldOf(form, 'text', { label: 'Catatan', hint: 'Satu baris. Hari di dalamnya ikut dibaca.' })}
        onChange={event => type(event.currentTarget.value)}
      />
      <DateField
        label="Muncul di Beranda"
        optional
        hint="Sejak hari itu sampai ditandai selesai. Tanpa hari, catatan hanya ada di halaman ini."
        {...form.getInputProps('due')}
        value={form.values.due}
        onChange={choose}
        min={today}
      />
    </FormModal>
  )
}
