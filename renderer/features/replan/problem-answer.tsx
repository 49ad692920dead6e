import { Select } from '@mantine/core'
import { useState } from 'react'
import { formatDayNumber } from '../../../shared/features/cohort/day-number-format.ts'
import type { AffectedCohort, ReplanAnswer, ReplanProblem } from '../../../shared/features/replan/day-off-change.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { CredentialOverrideDialog } from '../cohort/credential-override-dialog.tsx'

interface ReplanAnswerFieldProps {
  problem: ReplanProblem
  affected: AffectedCohort
  onAnswer: (answer: ReplanAnswer) => void
}

const allowing = 'allow'

/** All answers to a problem in one list; if it cannot be answered here, a link to where it can. */
export function ReplanAnswerField({ problem, affected: { cohort, title }, onAnswer }: ReplanAnswerFieldProps) {
  const [dialogOpen, setDialogOpen] = useState(false)
  const { allow, days, message, suggestions } = problem
  if (suggestions.length === 0 && allow === null) {
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
        w="19rem"
        fw={400}
        size="xs"
        data-replan-answer
        aria-label={`Jawaban ${title}: ${message}`}
        placeholder={`Pilih jawaban ${formatDayNumber(days)}`}
        searchable
        openOnFocus={false}
        nothingFoundMessage="Tidak ada jawaban seperti itu"
        data={[
          ...suggestions.map(({ label }, index) => ({ value: String(index), label })),
          ...(allow === null ? [] : [{ value: allowing, label: 'Izinkan dengan alasan…' }]),
        ]}
        value={null}
        onChange={value => {
          const suggestion = value === null ? undefined : suggestions[Number(value)]
          if (value === allowing) setDialogOpen(true)
          else if (suggestion) onAnswer(suggestion.answer)
        }}
      />
      {dialogOpen && allow !== null && (
        <CredentialOverrideDialog
          name={allow.name}
          days={allow.days}
          why={allow.why}
          onAction={word => {
            setDialogOpen(false)
            onAnswer({ kind: 'allow', cohort, instructorId: allow.instructorId, ...word })
          }}
          onCancel={() => setDialogOpen(false)}
        />
      )}
    </>
  )
}
