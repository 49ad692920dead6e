import { Checkbox, Modal, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DayPlan } from '../../../shared/features/cohort/cohort.ts'
import type { Cohort, CohortDay } from '../../../shared/features/cohort/contract.ts'
import type { InstructorRow } from '../../../shared/features/instructor/contract.ts'
import { type CredentialKind, uncoveredDays } from '../../../shared/features/instructor/credential.ts'
import { uncoveredWords } from '../../../shared/features/instructor/credential-words.ts'
import { shortDay } from '../../../shared/kernel/date-words.ts'
import { api } from '../../app/client.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { Note } from '../../ui/note.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { useReturnFocus } from '../../ui/use-return-focus.ts'
import styles from './instructor-dialog.module.css'
import { planOf } from './schedule-writes.ts'
import { rangeWords } from './teaching-words.ts'

export interface InstructorDialogProps {
  cohort: Cohort
  day: CohortDay
  instructors: readonly InstructorRow[]
  onSave: (plans: DayPlan[]) => Promise<void>
  onClose: () => void
}

type Span = 'day' | 'rest'

/** Who teaches a day, or this day and all later ones. Who may not stays visible, with the reason on its days. */
export function InstructorDialog({ cohort, day, instructors, onSave, onClose }: InstructorDialogProps) {
  useReturnFocus()
  const [chosen, setChosen] = useState<readonly number[]>(day.instructors.map(person => person.id))
  const [span, setSpan] = useState<Span>('day')
  const rules = useQuery(api.centre.get.queryOptions({ input: {} })).data?.rules
  const later = cohort.days.filter(one => one.n >= day.n && !one.held)
  const days = span === 'day' ? [day] : later
  const people = instructors.filter(person => person.active || chosen.includes(person.id))
  const ids = people.filter(person => chosen.includes(person.id)).map(person => person.id)

  const save = () => onSave(days.map(one => ({ ...planOf(one), instructorIds: ids })))
  useKeys([{ keys: 'Ctrl S', label: 'pakai instruktur ini', run: () => void save() }], 'dialog')

  return (
    <Modal opened onClose={onClose} title={`Instruktur hari ke-${day.n}, ${shortDay(day.date)}`} size={560}>
      <div className={styles.form}>
        {later.length > 1 && (
          <SegmentedControl
            value={span}
            onChange={value => setSpan(value === 'rest' ? 'rest' : 'day')}
            data={[
              { value: 'day', label: `Hari ke-${day.n} saja` },
              { value: 'rest', label: `Hari ke-${rangeWords(later.map(one => one.n))}` },
            ]}
            aria-label="Berlaku untuk"
          />
        )}
        <ul className={styles.people} aria-label="Instruktur">
          {people.map((person, index) => {
            const refused = whyNot(person, cohort, days, rules?.requiredCredentialKinds ?? [])
            const checked = chosen.includes(person.id)
            return (
              <li key={person.id}>
                <Checkbox
                  checked={checked}
                  data-autofocus={index === 0 || undefined}
                  disabled={refused !== null && !checked}
                  label={person.name}
                  description={refused ?? person.institution}
                  onChange={() => setChosen(checked ? chosen.filter(id => id !== person.id) : [...chosen, person.id])}
                />
              </li>
            )
          })}
        </ul>
        {people.length === 0 && <Note>Belum ada instruktur. Catat dulu di Instruktur (Alt 6).</Note>}
        <div className={styles.acts}>
          <ActButton keys="Esc" onAct={onClose}>
            Batal
          </ActButton>
          <ActButton tone="primary" keys="Ctrl S" onAct={save}>
            {ids.length === 0 ? 'Kosongkan instruktur' : `Pakai ${ids.length} instruktur`}
          </ActButton>
        </div>
      </div>
    </Modal>
  )
}

function whyNot(
  person: InstructorRow,
  { trade }: Cohort,
  days: readonly CohortDay[],
  required: readonly CredentialKind[],
): string | null {
  const uncovered = uncoveredDays(person.credentials, required, trade, days)
  const [first] = uncovered
  if (!first) return null
  const which = uncovered.length === days.length ? '' : `hari ke-${rangeWords(uncovered.map(one => one.n))}: `
  return `Tidak boleh: ${which}${uncoveredWords(first.reason, trade)}`
}
