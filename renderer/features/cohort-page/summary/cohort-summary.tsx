import { Box, Flex } from '@mantine/core'
import { IconCalendarX, IconPencil, IconTransfer } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { shortDay } from '../../../../shared/kernel/plain-date.ts'
import { reason } from '../../../../shared/kernel/schema.ts'
import { api, useCommand, useRead, useToday } from '../../../app/client.ts'
import { type Action, useActions } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { listKeys } from '../../../ui/action/widget-keys.ts'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { Note } from '../../../ui/feedback/note.tsx'
import { useFirstField } from '../../../ui/form/use-first-field.ts'
import layout from '../../../ui/page/layout.module.css'
import { tabKeys } from '../../../ui/page/page-tabs.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { CohortFrame, WithCohort } from '../../cohort/cohort-frame.tsx'
import { useQuickNotes } from '../../note/use-quick-notes.tsx'
import { ChangedPapers } from '../../replan/changed-papers.tsx'
import { ClassHistory } from './class-history.tsx'
import { ClassSteps } from './class-steps.tsx'
import { CohortFacts } from './cohort-facts.tsx'
import { CohortRail } from './cohort-rail.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { actionAfter, nextAction } from './next-action.ts'
import { formatOwnFacts } from './own-facts-format.ts'
import { ScoreStrips } from './score-strips.tsx'

/** Summary of a class: next steps, days, facts. */
export function CohortSummary({ code }: { code: string }) {
  return (
    <WithCohort code={code} tab="summary" title="Ringkasan">
      {cohort => <Summary cohort={cohort} />}
    </WithCohort>
  )
}

function Summary({ cohort }: { cohort: Cohort }) {
  const [dialog, setDialog] = useState<'move' | 'cancel' | null>(null)
  const [moved, setMoved] = useState(false)
  const cancel = useCommand(api.cohort.cancel, { done: () => `${cohort.title} dibatalkan.` })
  const refused = whyFixed(cohort)
  const [editing, setEditing] = useState(false)
  const counts = useRead(api.folder.counts, { code: cohort.code })
  const edit: Action = {
    label: 'Ubah keterangan',
    needs: 'cohort.change',
    hint: 'ubah keterangan kelas',
    keys: 'F2',
    icon: IconPencil,
    refused:
      cohort.status === 'cancelled'
        ? domainErrorMessage({ code: 'cohort_cancelled', cohort: cohort.title })
        : undefined,
    run: () => setEditing(true),
  }
  const notes = useQuickNotes({ code: cohort.code }, cohort.title)
  const callOff: Action = {
    label: 'Batalkan kelas',
    needs: 'cohort.change',
    icon: IconCalendarX,
    refused,
    run: () => setDialog('cancel'),
  }
  useActions([edit, notes.write])
  return (
    <CohortFrame
      cohort={cohort}
      tab="summary"
      title={cohort.title}
      facts={formatOwnFacts(cohort, useToday())}
      sideWidth={336}
      {...(cohort.status === 'cancelled'
        ? {}
        : {
            side: (
              <>
                <ClassSteps cohort={cohort} counts={counts.data ?? []} />
                <ClassHistory code={cohort.code} />
              </>
            ),
          })}
      more={[callOff, ...(notes.write ? [notes.write] : [])]}
      actions={
        <>
          <ActionButton needs="cohort.change" icon={IconTransfer} refused={refused} onAction={() => setDialog('move')}>
            Pindah tanggal
          </ActionButton>
          <ActionButton action={edit} />
        </>
      }
    >
      {moved && (
        <Note tone="ok" title={`Sekarang ${shortDay(cohort.start)} s.d. ${shortDay(cohort.end, { year: true })}.`} live>
          <ChangedPapers code={cohort.code} title={cohort.title} days={cohort.days.map(day => day.n)} />
        </Note>
      )}
      <Next cohort={cohort} />
      <CohortRail cohort={cohort} />
      <ScoreStrips cohort={cohort} />
      {notes.panel}
      <CohortFacts cohort={cohort} editing={editing} onClose={() => setEditing(false)} />
      <KeyHints
        hints={[
          listKeys.open('langkah berikut'),
          { keys: tabKeys, text: 'tab kelas' },
          listKeys.section('rel, nilai, langkah'),
        ]}
      />
      {dialog === 'move' && (
        <MoveDialog
          cohort={cohort}
          onMoved={() => {
            setDialog(null)
            setMoved(true)
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'cancel' && (
        <ReasonDialog
          title={`Batalkan ${cohort.title}?`}
          schema={reason}
          action="Batalkan kelas"
          tone="danger"
          error={cancel.error}
          onAction={async text => {
            if (await cancel.run({ code: cohort.code, reason: text })) setDialog(null)
          }}
          onCancel={() => {
            cancel.clear()
            setDialog(null)
          }}
        >
          Kelas {cohort.code} tidak berjalan. {cohort.trainees} peserta dan ruangnya bebas untuk kelas lain; nomor
          angkatan tidak dipakai lagi.
        </ReasonDialog>
      )}
    </CohortFrame>
  )
}

function Next({ cohort }: { cohort: Cohort }) {
  const router = useRouter()
  const next = nextAction(cohort, useToday())
  const after = actionAfter(cohort)
  // Enter performs the next action as soon as the page is loaded.
  const place = useFirstField<HTMLDivElement>()
  if (!next) return null
  return (
    <Panel tone={next.now ? 'now' : 'plain'} label="Berikutnya">
      <Flex ref={place} align="center" justify="space-between" gap="1rem">
        <Box miw={0}>
          <h2 className={layout.heading}>{next.title}</h2>
          <Flex component="p" className={layout.note}>
            <span className={layout.cut} title={next.detail}>
              {next.detail}
            </span>
            {after !== null && <Box component="span" flex="none">{`\u00a0· sesudah ini: ${after}`}</Box>}
          </Flex>
        </Box>
        <ActionButton
          action={{
            label: next.action,
            needs: next.needs,
            keys: 'Enter',
            tone: 'primary',
            run: () => router.history.push(next.path),
          }}
        />
      </Flex>
    </Panel>
  )
}

/** Why a class can no longer be moved or cancelled; undefined if it can. */
function whyFixed({ status, title, days }: Cohort): string | undefined {
  if (status === 'cancelled') return domainErrorMessage({ code: 'cohort_cancelled', cohort: title })
  const held = days.filter(day => day.held).length
  return held > 0 ? domainErrorMessage({ code: 'cohort_has_held_days', cohort: title, days: held }) : undefined
}
