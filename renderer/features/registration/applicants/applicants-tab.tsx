import { IconClipboardList, IconEdit, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import type { Registration } from '../../../../shared/features/registration/contract.ts'
import { priorities } from '../../../../shared/features/registration/registration.ts'
import { priorityName } from '../../../../shared/features/registration/registration-format.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { api, useCommand, useToday } from '../../../app/client.ts'
import { GridFoot } from '../../../app/grid/grid-foot.tsx'
import { type Action, primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButton, ActionButtons } from '../../../ui/action/action-button.tsx'
import { gridKeys } from '../../../ui/action/widget-keys.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { KeyGrid } from '../../../ui/grid/key-grid.tsx'
import { RejectedValues } from '../../../ui/grid/rejected-values.tsx'
import { FactList } from '../../../ui/page/fact-list.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { TraineePicker } from '../../cohort/planner/trainee-picker.tsx'
import { WaitingNotices } from '../../hub/notice-note.tsx'
import { RegistrationDrawer } from '../drawer/registration-drawer.tsx'
import { RegistrationPage } from '../registration-page.tsx'
import { RegistrationStatusBadge } from '../registration-status.tsx'
import { useResultWriting } from '../stage/use-result-writing.ts'
import { ApplicantDrawer } from './applicant-drawer.tsx'
import { applicantNames, applicantRows } from './applicant-rows.tsx'
import { after, dateProblem, factsOf, usualDate } from './applicants-facts.tsx'

const mostApplicants = 500

/** Applicants: who applied and when, and the priority group that decides between equal scores. */
/** Most applicants that one undo removes, because each one is an act of its own in the history. */
const mostTakenBack = 20

export function ApplicantsTab({ registration }: { registration: Registration }) {
  const today = useToday()
  const writing = useResultWriting(registration, 'priority')
  const [dialog, setDialog] = useState<'edit' | 'add' | number | null>(null)
  const [on, setOn] = useState<PlainDate | null>(() => usualDate(registration, today))
  const apply = useCommand(api.registration.apply, {
    done: ({ applied }) => `${applied} pendaftar dicatat.`,
    async undo(_, { id, traineeIds }) {
      const { applicants: now } = await api.registration.get.call({ id })
      const added = now.filter(one => traineeIds.includes(one.traineeId))
      // In reverse, so that each number becomes free again.
      for (const one of added.toReversed()) await api.registration.removeApplicant.call({ applicantId: one.id })
    },
    canUndo: (_, { traineeIds }) => traineeIds.length <= mostTakenBack,
  })
  const { opens, closes } = registration
  const applicants = writing.rows
  const rows = useMemo(() => applicantRows(applicants), [applicants])
  const decided = registration.stipulation ? domainErrorMessage({ code: 'selection_decided' }) : undefined
  const refused = decided ?? dateProblem(on, registration, today)
  const add = primaryAction('Alt B', 'Tambah pendaftar', () => setDialog('add'), {
    needs: 'selection.change',
    icon: IconPlus,
    refused,
  })
  const edit: Action = {
    label: 'Ubah pendaftaran',
    needs: 'selection.change',
    keys: 'Alt U',
    icon: IconEdit,
    refused: decided,
    run: () => setDialog('edit'),
  }
  const person = applicants.find(one => one.id === dialog)
  useActions([add, edit])

  return (
    <RegistrationPage
      registration={registration}
      tab="applicants"
      facts={`${rows.filter(row => !row.struck).length} pendaftar · kuota ${registration.quota}`}
      fixed
      sideWidth={240}
      side={
        <>
          <Panel title="Pendaftaran" extra={<RegistrationStatusBadge status={registration.status} />}>
            <FactList facts={factsOf(registration)} />
          </Panel>
          {decided === undefined && (
            <Panel title="Tanggal daftar">
              <DateField
                label="Untuk pendaftar yang ditambahkan"
                value={on}
                min={opens}
                max={closes}
                error={on === null ? undefined : dateProblem(on, registration, today)}
                onChange={setOn}
              />
            </Panel>
          )}
        </>
      }
      actions={<ActionButtons actions={[edit, add]} />}
    >
      <ErrorNote error={apply.error ?? writing.error} />
      <WaitingNotices
        registrationId={registration.id}
        nameOf={id => rows.find(row => row.id === id)?.name}
        onOpen={setDialog}
      />
      {writing.choice}
      <RejectedValues values={writing.rejected} onClose={writing.forgetRejected} />
      {rows.length === 0 ? (
        <Panel>
          <EmptyState icon={IconClipboardList} title="Belum ada pendaftar." actions={<ActionButton action={add} />}>
            Ambil dari daftar peserta balai. Yang belum terdaftar dicatat dulu lewat Peserta baru atau Impor Excel.
          </EmptyState>
        </Panel>
      ) : (
        <>
          <Panel flush fill label="Daftar pendaftar">
            <KeyGrid
              label="Pendaftar"
              rows={rows}
              columns={[{ key: 'priority', label: 'prioritas', head: 'Prioritas', width: '8.25rem', align: 'start' }]}
              before={applicantNames('12rem')}
              after={after}
              cell={row => ({
                face: `${priorities.indexOf(row.priority) + 1} · ${priorityName(row.priority)}`,
                text: String(priorities.indexOf(row.priority) + 1),
                spoken: `${priorities.indexOf(row.priority) + 1} · ${priorityName(row.priority)}`,
                locked: decided,
              })}
              entry={{ kind: 'letters', letters: '123' }}
              onPick={row => setDialog(row.id)}
              onNote={row => setDialog(row.id)}
              {...writing.handlers}
            />
          </Panel>
          <GridFoot
            hints={[
              gridKeys.letters('123', 'miskin ekstrem, miskin, umum'),
              gridKeys.pick('orangnya'),
              writing.undo.actions[0],
            ]}
            savedAt={writing.savedAt}
          />
        </>
      )}
      {dialog === 'edit' && (
        <RegistrationDrawer
          registration={registration}
          onSaved={() => setDialog(null)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'add' && on !== null && (
        <TraineePicker
          chosen={[]}
          limit={mostApplicants}
          onClose={() => setDialog(null)}
          onDone={async people => {
            setDialog(null)
            if (people.length > 0) await apply.run({ id: registration.id, on, traineeIds: people.map(one => one.id) })
          }}
        />
      )}
      {person && <ApplicantDrawer registration={registration} applicant={person} onClose={() => setDialog(null)} />}
    </RegistrationPage>
  )
}
