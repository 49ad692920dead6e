import { MultiSelect, TextInput } from '@mantine/core'
import { type PersonDraft, type PersonRow, personDraft } from '../../../shared/features/access/contract.ts'
import { type Role, roleNames, roles } from '../../../shared/features/access/roles.ts'
import type { InstructorId, OperatorId } from '../../../shared/ids.ts'
import { api, useCommand, useRead, useToday } from '../../app/client.ts'
import { useDraftForm } from '../../app/use-draft-form.ts'
import { FormDrawer } from '../../ui/dialog/form-dialog.tsx'
import { ChoiceSelect, choices } from '../../ui/form/choice-select.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { field, fieldOf } from '../../ui/form/field.tsx'

interface PersonDrawerProps {
  /** Null for a new person. */
  person: PersonRow | null
  onClose: () => void
  /** Called for a new person, who needs a first password. */
  onMade: (person: { id: OperatorId; name: string }) => void
}

export function PersonDrawer({ person, onClose, onMade }: PersonDrawerProps) {
  const today = useToday()
  const instructors = useRead(api.instructor.list, {}, { retry: false })
  const { form, read } = useDraftForm(personDraft, valuesOf(person), person && `orang ${person.id}`)
  const save = useCommand(api.access.save, {
    done: (_, input) => `${input.person.name} disimpan.`,
    undo: async () => person && api.access.save.call({ id: person.id, person: personDraft.parse(valuesOf(person)) }),
    canUndo: () => person !== null,
    waits: onClose,
  })
  async function store() {
    const values = read()
    if (!values) return
    const done = await save.run({ id: person?.id ?? null, person: values })
    if (!done) return
    onClose()
    if (!person) onMade({ id: done.output.id, name: values.name })
  }
  const held = form.values.roles
  return (
    <FormDrawer
      title={person ? person.name : 'Pengguna baru'}
      onClose={onClose}
      error={save.error}
      action={{ label: 'Simpan pengguna', run: store, pending: save.pending }}
    >
      <TextInput data-autofocus maxLength={100} {...fieldOf(form, 'name', { label: 'Nama' })} />
      <TextInput maxLength={18} {...fieldOf(form, 'nip', { label: 'NIP', optional: true })} />
      <MultiSelect
        data={choices(roles, roleNames)}
        searchable
        hidePickedOptions
        selectFirstOptionOnChange
        {...fieldOf(form, 'roles', { label: 'Peran', hint: 'Paling banyak dua; yang lebih luas yang berlaku.' })}
      />
      {held.includes('instructor') && instructors.data && (
        <ChoiceSelect
          {...field({ label: 'Instruktur', hint: 'Kelas instruktur inilah yang menjadi kelasnya.' })}
          data={instructors.data.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={form.values.instructorId === null ? null : String(form.values.instructorId)}
          onChange={value =>
            form.setFieldValue('instructorId', value === null ? null : (Number(value) as InstructorId))
          }
        />
      )}
      <DateField
        label="Akses sampai"
        optional={!held.includes('inspector')}
        today={today}
        {...form.getInputProps('validUntil')}
        value={form.values.validUntil}
      />
    </FormDrawer>
  )
}

function valuesOf(person: PersonRow | null): PersonDraft {
  if (!person) return { name: '', nip: '', roles: [] as Role[], instructorId: null, validUntil: null }
  const { name, nip, roles: held, instructorId, validUntil } = person
  return { name, nip, roles: held, instructorId, validUntil }
}
