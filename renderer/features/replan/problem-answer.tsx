import { Select } from '@mantine/core'
import { useState } from 'react'
import { formatDayNumber } from '../../../shared/features/cohort/day-number-format.ts'
import type { AffectedCohort, ShiftAnswer, ShiftProblem } from '../../../shared/features/replan/day-off-change.ts'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { openByF4 } from '../../ui/form/open-by-f4.ts'
import { cohortPath } from '../cohort/detail/cohort-tabs.ts'
import { CredentialOverrideDialog } from '../cohort/planner/credential-override-dialog.tsx'
import styles from './replan-note.module.css'

interface ShiftAnswerFieldProps {
  problem: ShiftProblem
  affected: AffectedCohort
  onAnswer: (answer: ShiftAnswer) => void
}

const allowing = 'allow'

/** Everything that answers a red problem, in one list; where nothing here does, the way to where it is answered. */
export function ShiftAnswerField({ problem, affected: { cohort, title }, onAnswer }: ShiftAnswerFieldProps) {
  const [asked, setAsked] = useState(false)
  const { allow, days, message, ways } = problem
  if (ways.length === 0 && allow === null) {
    const calendar = problem.code === 'no_holiday_table'
    return (
      <LinkAction size="small" path={calendar ? '/kalender' : cohortPath(cohort, 'summary')}>
        {calendar ? 'Isi kalender' : `Buka ${title}`}
      </LinkAction>
    )
  }
  return (
    <>
      <Select
        className={styles.select ?? ''}
        size="xs"
        data-shift-answer
        aria-label={`Jawaban ${title}: ${message}`}
        placeholder={`Pilih jawaban ${formatDayNumber(days)}`}
        searchable
        openOnFocus={false}
        nothingFoundMessage="Tidak ada jawaban seperti itu"
        data={[
          ...ways.map(({ words }, index) => ({ value: String(index), label: words })),
          ...(allow === null ? [] : [{ value: allowing, label: 'Izinkan dengan alasan…' }]),
        ]}
        value={null}
        onKeyDown={openByF4}
        onChange={value => {
          const way = value === null ? undefined : ways[Number(value)]
          if (value === allowing) setAsked(true)
          else if (way) onAnswer(way.answer)
        }}
      />
      {asked && allow !== null && (
        <CredentialOverrideDialog
          name={allow.name}
          days={allow.days}
          why={allow.why}
          onAction={word => {
            setAsked(false)
            onAnswer({ kind: 'allow', cohort, instructorId: allow.instructorId, ...word })
          }}
          onCancel={() => setAsked(false)}
        />
      )}
    </>
  )
}
