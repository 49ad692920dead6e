import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CohortLetterKey } from '../../../shared/facts/paper-key.ts'
import type { Officer } from '../../../shared/features/centre/contract.ts'
import { officeOf } from '../../../shared/features/centre/signatory.ts'
import { type CohortLetterDraft, cohortLetterDraft } from '../../../shared/features/letter/cohort-letter.ts'
import type { LetterField } from '../../../shared/features/letter/letter-form.ts'
import { letterForm } from '../../../shared/features/letter/letter-forms.ts'
import { longDate } from '../../../shared/kernel/plain-date.ts'
import { showTime } from '../../../shared/kernel/time.ts'
import { api, QueryBoundary, useCommand, useRead } from '../../app/client.ts'
import { useRecord } from '../../app/desk/use-record.tsx'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import { TimeField } from '../../ui/form/time-field.tsx'
import layout from '../../ui/page/layout.module.css'

interface CohortLetterFormProps {
  code: string
  paper: CohortLetterKey
  /** The preview must be drawn again. */
  onSaved: () => unknown
}

/** Number, date etc. of a letter of a class: typed once beside the preview, and used for later prints. */
export function CohortLetterForm({ code, paper, onSaved }: CohortLetterFormProps) {
  const reading = useRead(api.letter.ofCohort, { code, paper })
  return (
    <QueryBoundary query={reading} rows={4}>
      {data => <Fields key={`${code} ${paper}`} code={code} paper={paper} onSaved={onSaved} {...data} />}
    </QueryBoundary>
  )
}

interface FieldsProps extends CohortLetterFormProps {
  values: CohortLetterDraft
  usual: CohortLetterDraft
  officers: readonly Officer[]
}

function Fields({ code, paper, onSaved, values, usual, officers }: FieldsProps) {
  const [draft, setDraft] = useState(values)
  const [saved, setSaved] = useState(false)
  const set = (change: Partial<CohortLetterDraft>) => setDraft(former => ({ ...former, ...change }))
  const save = useCommand(api.letter.saveOfCohort, {
    done: () => 'Isian surat disimpan.',
    async undo(_, { seen, values: now }) {
      if (!seen) return
      await api.letter.saveOfCohort.call({ code, paper, values: seen, seen: now })
      setDraft(cohortLetterDraft.parse(seen))
      onSaved()
    },
    canUndo: (_, { seen }) => seen != null,
  })
  const fields = letterForm(paper).fields
  const dirty = JSON.stringify(draft) !== JSON.stringify(values)
  const record = useRecord({
    subject: `surat ${code} ${paper}`,
    schema: cohortLetterDraft,
    opened: values,
    form: { setValues: set as (change: never) => void, getInputNode: () => null },
    dirty,
    save,
    input: (draft, saw) => ({ code, paper, values: draft, ...saw }),
    onStored() {
      setSaved(true)
      onSaved()
    },
    labels: { extra: 'Isian lain', ...Object.fromEntries(fields.map(one => [one.key, one.label])) },
    format: { officerId: (id: number) => officers.find(officer => officer.id === id)?.name ?? '' },
  })
  const parsed = cohortLetterDraft.safeParse(draft)
  const problem = (key: string) => parsed.error?.issues.find(issue => issue.path.join('.') === key)?.message

  const store: Action = {
    label: 'Simpan isian',
    hint: 'simpan isian surat',
    keys: 'Ctrl Enter',
    refused: dirty ? (parsed.success ? undefined : 'Perbaiki isian yang merah.') : 'Belum ada yang diubah.',
    async run() {
      if (!parsed.success) return
      setDraft(parsed.data)
      await record.store(parsed.data)
    },
  }
  useActions([store], 'dialog')

  function control(one: LetterField) {
    const words = { label: one.label, ...(one.hint === undefined ? {} : { hint: one.hint }) }
    switch (one.kind) {
      case 'line':
        return (
          <TextInput
            key={one.key}
            {...field(words)}
            {...typing(draft[one.key], text => set({ [one.key]: text }))}
            placeholder={usual[one.key]}
            error={problem(one.key)}
          />
        )
      case 'date': {
        const usually = usual[one.key]
        return (
          <DateField
            key={one.key}
            {...words}
            {...(usually && !draft[one.key] ? { hint: `Kosong: ${longDate(usually)}.` } : {})}
            value={draft[one.key]}
            onChange={date => set({ [one.key]: date })}
          />
        )
      }
      case 'time':
        return (
          <TimeField
            key={one.key}
            {...words}
            {...(usual.time && !draft.time ? { hint: `Kosong: ${showTime(usual.time)}.` } : {})}
            value={draft.time ?? ''}
            onChange={time => set({ time: time === '' ? null : time })}
          />
        )
      case 'officer':
        return (
          <Select
            key={one.key}
            {...field(words)}
            placeholder="Kepala balai"
            clearable
            value={draft.officerId === null ? null : String(draft.officerId)}
            onChange={id => set({ officerId: officers.find(officer => String(officer.id) === id)?.id ?? null })}
            data={officers.map(officer => ({
              value: String(officer.id),
              label: `${officer.name}, ${officeOf(officer)}`,
            }))}
          />
        )
      default:
        return (
          <Textarea
            key={one.key}
            {...field(words)}
            minRows={one.kind === 'extra-lines' ? 3 : 1}
            {...typing(draft.extra[one.key] ?? '', text => set({ extra: { ...draft.extra, [one.key]: text } }))}
            error={problem(`extra.${one.key}`)}
          />
        )
    }
  }

  return (
    <section className={layout.tight} aria-label="Isian surat">
      {fields.map(control)}
      {record.choice}
      <ErrorNote error={record.error} />
      {/* No toast: it would cover the print button. */}
      <p className={layout.detail} role="status">
        {saved && !dirty && 'Isian tersimpan.'}
      </p>
      <div className={layout.buttons}>
        <ActionButton action={store} />
        {record.presence}
      </div>
    </section>
  )
}
