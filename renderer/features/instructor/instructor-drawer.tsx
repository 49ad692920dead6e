import { Checkbox, TextInput } from '@mantine/core'
import {
  type InstructorDraft,
  type InstructorRow,
  instructorDraft,
} from '../../../shared/features/instructor/contract.ts'
import type { InstructorId } from '../../../shared/ids.ts'
import { api, useCommand } from '../../app/client.ts'
import { useRecordForm } from '../../app/desk/use-record-form.ts'
import { FormDrawer } from '../../ui/dialog/form-dialog.tsx'
import { fieldOf } from '../../ui/form/field.tsx'

interface InstructorDrawerProps {
  /** Null for a new one. */
  instructor: InstructorRow | null
  onSaved: (id: InstructorId) => void
  onClose: () => void
}

const nobody: InstructorDraft = { name: '', nip: '', institution: '', phone: '', active: true }

/** An instructor: name with degrees, NIP or none, institution. Mount only while open. */
export function InstructorDrawer({ instructor, onSaved, onClose }: InstructorDrawerProps) {
  const save = useCommand(api.instructor.save, {
    done: (_, { instructor }) => `${instructor.name} disimpan.`,
    undo: async (_, { id, instructor: now, seen }) =>
      seen && api.instructor.save.call({ id, instructor: seen, seen: now }),
    canUndo: (_, { id, seen }) => id !== null && seen != null,
  })

  const { form, submit, ...record } = useRecordForm({
    subject: instructor && `instruktur ${instructor.id}`,
    schema: instructorDraft,
    initial: instructor ? pick(instructor) : nobody,
    opened: instructor && pick(instructor),
    save,
    input: (draft, saw) => ({ id: instructor?.id ?? null, instructor: draft, ...saw }),
    onLeave: onClose,
    onStored: ({ id }) => onSaved(id),
  })

  if (record.choice) return record.choice
  return (
    <FormDrawer
      title={instructor ? 'Ubah data instruktur' : 'Instruktur baru'}
      onClose={onClose}
      {...record.dialog}
      action={{ label: 'Simpan instruktur', run: submit, pending: save.pending }}
    >
      <TextInput data-autofocus {...fieldOf(form, 'name', { label: 'Nama lengkap dan gelar' })} />
      <TextInput
        inputMode="numeric"
        {...fieldOf(form, 'nip', { label: 'NIP', optional: true, hint: '18 angka. Kosongkan bila bukan ASN.' })}
      />
      <TextInput {...fieldOf(form, 'institution', { label: 'Lembaga asal', optional: true })} />
      <TextInput inputMode="tel" {...fieldOf(form, 'phone', { label: 'No. HP / WhatsApp', optional: true })} />
      <Checkbox label="Masih mengajar di balai ini" {...form.getInputProps('active', { type: 'checkbox' })} />
    </FormDrawer>
  )
}

function pick({ name, nip, institution, phone, active }: InstructorRow): InstructorDraft {
  return { name, nip, institution, phone, active }
}
