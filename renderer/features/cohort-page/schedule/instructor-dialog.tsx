import { Box, Checkbox, Flex, SegmentedControl } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { DayPlan } from '../../../../shared/features/cohort/cohort.ts'
import type { Cohort, CohortDay } from '../../../../shared/features/cohort/contract.ts'
import type { InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import { type CredentialKind, uncoveredDays } from '../../../../shared/features/instructor/credential.ts'
import { formatUncovered } from '../../../../shared/features/instructor/credential-format.ts'
import { formatLeave, leaveOn } from '../../../../shared/features/instructor/leave.ts'
import { shortDay } from '../../../../shared/kernel/plain-date.ts'
import { reason } from '../../../../shared/kernel/schema.ts'
import { api, useCommand, useRead } from '../../../app/client.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { FormModal } from '../../../ui/dialog/form-dialog.tsx'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { useReturnFocus } from '../../../ui/dialog/use-return-focus.ts'
import { Note } from '../../../ui/feedback/note.tsx'
import layout from '../../../ui/page/layout.module.css'
import { CredentialOverrideDialog } from '../../cohort/credential-override-dialog.tsx'
import { formatRange } from '../../cohort/teaching-format.ts'
import styles from './instructor-dialog.module.css'
import { planOf } from './schedule-writes.ts'

interface InstructorDialogProps {
  cohort: Cohort
  day: CohortDay
  instructors: readonly InstructorRow[]
  onSave: (plans: DayPlan[]) => Promise<void>
  onClose: () => void
}

type Span = 'day' | 'rest'
type OpenDialog =
  | { kind: 'allow'; person: InstructorRow; days: number[]; why: string }
  | { kind: 'withdraw'; person: InstructorRow; days: number[] }

/** Chooses who teaches a day, or it and all later ones. People who may not teach stay visible with the reason. */
export function InstructorDialog({ cohort, day, instructors, onSave, onClose }: InstructorDialogProps) {
  useReturnFocus()
  const [chosen, setChosen] = useState<readonly number[]>(day.instructors.map(person => person.id))
  const [span, setSpan] = useState<Span>('day')
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [typed, setTyped] = useState('')
  const allow = useCommand(api.cohort.allowTeaching, { done: () => 'Izin mengajar dicatat.' })
  const withdraw = useCommand(api.cohort.withdrawOverride, { done: () => 'Izin mengajar dicabut.' })
  const rules = useRead(api.centre.get, {}).data?.rules
  const later = cohort.days.filter(one => one.n >= day.n && !one.held)
  const days = span === 'day' ? [day] : later
  const people = instructors.filter(person => person.active || chosen.includes(person.id))
  const ids = people.filter(person => chosen.includes(person.id)).map(person => person.id)

  const openGaps = (person: InstructorRow) => gapsOf(person, cohort, days, rules?.requiredCredentialKinds ?? [])
  const mayNot = (person: InstructorRow) => formatRejected(openGaps(person), days.length)
  const isShut = (person: InstructorRow) => mayNot(person) !== null && !chosen.includes(person.id)
  // A disabled checkbox cannot take the focus.
  const first = people.find(person => !isShut(person))

  /** Typing letters of a name selects only that person, so that another teacher needs few keys; Enter saves. */
  function pick(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      return void save()
    }
    if (!/^\p{L}$/u.test(event.key)) return
    const starts = (person: InstructorRow, text: string) =>
      person.name.split(' ').some(word => word.toLowerCase().startsWith(text))
    const may = people.filter(person => mayNot(person) === null)
    const letters = [typed + event.key.toLowerCase(), event.key.toLowerCase()].find(text =>
      may.some(person => starts(person, text)),
    )
    const found = letters !== undefined && may.find(person => starts(person, letters))
    if (!found || letters === undefined) return
    event.preventDefault()
    setTyped(letters)
    setChosen([found.id])
  }

  const save = () => onSave(days.map(one => ({ ...planOf(one), instructorIds: ids })))

  const { code } = cohort
  // A box that has the focus and is then disabled by the rules would lose it.
  if (!rules) return null
  if (dialog?.kind === 'allow') {
    const { person, days: numbers, why } = dialog
    return (
      <CredentialOverrideDialog
        name={person.name}
        days={numbers}
        why={why}
        error={allow.error}
        onAction={async word => {
          if (!(await allow.run({ code, instructorId: person.id, days: numbers, ...word }))) return
          if (!chosen.includes(person.id)) setChosen([...chosen, person.id])
          setDialog(null)
        }}
        onCancel={() => setDialog(null)}
      />
    )
  }
  if (dialog?.kind === 'withdraw') {
    const { person, days: numbers } = dialog
    return (
      <ReasonDialog
        title={`Cabut izin ${person.name} untuk hari ke-${formatRange(numbers)}?`}
        schema={reason}
        action="Cabut izin"
        tone="danger"
        error={withdraw.error}
        onAction={async text => {
          if (!(await withdraw.run({ code, instructorId: person.id, days: numbers, reason: text }))) return
          setChosen(chosen.filter(id => id !== person.id))
          setDialog(null)
        }}
        onCancel={() => setDialog(null)}
      >
        Tanpa sertifikat yang berlaku ia tidak lagi mengajar pada hari-hari itu.
      </ReasonDialog>
    )
  }
  return (
    <FormModal
      title={`Instruktur hari ke-${day.n}, ${shortDay(day.date)}`}
      onClose={onClose}
      size={560}
      ownEnter
      action={{
        label: ids.length === 0 ? 'Kosongkan instruktur' : `Pakai ${ids.length} instruktur`,
        widest: 'Kosongkan instruktur',
        hint: 'pakai instruktur ini',
        run: save,
      }}
    >
      <Box className={layout.stack} onKeyDown={pick}>
        {later.length > 1 && (
          <SegmentedControl
            value={span}
            onChange={value => setSpan(value === 'rest' ? 'rest' : 'day')}
            data={[
              { value: 'day', label: `Hari ke-${day.n} saja` },
              { value: 'rest', label: `Hari ke-${formatRange(later.map(one => one.n))}` },
            ]}
            aria-label="Berlaku untuk"
          />
        )}
        <ul className={styles.people} aria-label="Instruktur">
          {people.map(person => {
            const gaps = openGaps(person)
            const refused = mayNot(person)
            const words = days.filter(one => one.overrides.some(word => word.instructorId === person.id))
            const word = words[0]?.overrides.find(one => one.instructorId === person.id)
            const allowable = gaps.length > 0 && gaps.every(gap => gap.credential)
            const checked = chosen.includes(person.id)
            return (
              <li key={person.id}>
                <Checkbox
                  checked={checked}
                  data-autofocus={person === first || undefined}
                  disabled={isShut(person)}
                  label={person.name}
                  description={
                    refused ?? (word ? `Diizinkan ${word.official}. Alasan: ${word.reason}` : person.institution)
                  }
                  onChange={() => setChosen(checked ? chosen.filter(id => id !== person.id) : [...chosen, person.id])}
                />
                <Flex component="span" ps="1rem" gap="1rem">
                  {allowable && (
                    <LinkAction
                      size="small"
                      label={`Izinkan dengan alasan… ${person.name}`}
                      onAction={() =>
                        setDialog({ kind: 'allow', person, days: gaps.map(gap => gap.n), why: gaps[0]?.why ?? '' })
                      }
                    >
                      Izinkan dengan alasan…
                    </LinkAction>
                  )}
                  {words.length > 0 && (
                    <LinkAction
                      size="small"
                      label={`Cabut izin ${person.name}`}
                      onAction={() => setDialog({ kind: 'withdraw', person, days: words.map(one => one.n) })}
                    >
                      Cabut izin…
                    </LinkAction>
                  )}
                </Flex>
              </li>
            )
          })}
        </ul>
      </Box>
      {people.length === 0 && <Note>Belum ada instruktur. Catat dulu di Instruktur (Alt 6).</Note>}
    </FormModal>
  )
}

interface Gap {
  n: number
  why: string
  /** Only a missing credential can be permitted by an official. */
  credential: boolean
}

/** The days on which a person cannot teach, except those permitted by an official. */
function gapsOf(
  person: InstructorRow,
  { trade }: Cohort,
  days: readonly CohortDay[],
  required: readonly CredentialKind[],
): Gap[] {
  const away = days.flatMap(({ n, date }): Gap[] => {
    const leave = leaveOn(person.leaves, date)
    return leave ? [{ n, why: formatLeave(leave), credential: false }] : []
  })
  const uncovered = uncoveredDays(person.credentials, required, trade, days)
    .filter(gap => !days.some(day => day.n === gap.n && day.overrides.some(word => word.instructorId === person.id)))
    .map(({ n, reason: why }): Gap => ({ n, why: formatUncovered(why, trade), credential: true }))
  return [...uncovered, ...away]
}

function formatRejected(gaps: readonly Gap[], count: number): string | null {
  const [first] = gaps
  if (!first) return null
  const numbers = [...new Set(gaps.map(gap => gap.n))].sort((a, b) => a - b)
  const which = numbers.length === count ? '' : `hari ke-${formatRange(numbers)}: `
  return `Tidak boleh: ${which}${first.why}`
}
