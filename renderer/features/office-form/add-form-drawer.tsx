import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OfficeForm } from '../../../shared/features/office-form/contract.ts'
import {
  type FormSubject,
  formSubjects,
  formTitle,
  subjectLabels,
} from '../../../shared/features/office-form/office-form.ts'
import { api, QueryBoundary, readOnce, useCommand, useRead } from '../../app/client.ts'
import { FormDrawer } from '../../ui/dialog/form-dialog.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import { SegmentedField } from '../../ui/form/segmented-field.tsx'
import layout from '../../ui/page/layout.module.css'
import { FormCheckList } from './form-check-list.tsx'

interface AddFormDrawerProps {
  file: File
  onSaved: (form: OfficeForm) => void
  onClose: () => void
}

/** A dropped file: checked at once, saved after name and subject are given. */
export function AddFormDrawer({ file, onSaved, onClose }: AddFormDrawerProps) {
  const [title, setTitle] = useState(() => titleOf(file.name))
  const [subject, setSubject] = useState<FormSubject>('COHORT')
  const check = useRead(
    api.officeForm.check,
    { subject, file },
    { ...readOnce, queryKey: ['office-form-check', file.name, file.lastModified, file.size, subject] },
  )
  const add = useCommand(api.officeForm.add, { done: form => `${form.title} disimpan sebagai versi 1.` })
  const read = formTitle.safeParse(title)
  const problems = check.data?.problems.length ?? 0

  async function store() {
    if (!read.success) return
    const done = await add.run({ title: read.data, subject, file })
    if (done) onSaved(done.output)
  }

  return (
    <FormDrawer
      title="Formulir baru"
      size={640}
      onClose={onClose}
      error={add.error}
      action={{
        label: 'Simpan formulir',
        pending: add.pending,
        refused: !check.data
          ? 'Berkasnya belum terbaca.'
          : problems > 0
            ? 'Perbaiki dulu di Word atau Excel, lalu jatuhkan lagi.'
            : read.success
              ? undefined
              : 'Tulis nama formulirnya.',
        run: store,
      }}
    >
      <p className={layout.words}>{file.name}</p>
      <TextInput
        {...field({ label: 'Nama formulir', hint: 'Seperti akan terbaca di daftar berkas kelas.' })}
        data-autofocus
        {...typing(title, setTitle)}
        error={read.success ? undefined : read.error.issues[0]?.message}
      />
      <SegmentedField
        label="Formulir untuk"
        data={formSubjects.map(value => ({ value, label: subjectLabels[value] }))}
        value={subject}
        onChange={value => setSubject(formSubjects.find(one => one === value) ?? 'COHORT')}
      />
      <QueryBoundary query={check} rows={4}>
        {found => <FormCheckList check={found} />}
      </QueryBoundary>
    </FormDrawer>
  )
}

/** 'nominatif_kota-2025.docx' → 'Nominatif kota 2025' */
function titleOf(name: string): string {
  const words = name
    .replace(/\.[a-z]+$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1, 80)
}
