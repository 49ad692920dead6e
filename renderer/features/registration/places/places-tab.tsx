import { Box, Select } from '@mantine/core'
import { IconPrinter, IconUserUp } from '@tabler/icons-react'
import { useState } from 'react'
import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import type { Applicant, Registration } from '../../../../shared/features/registration/contract.ts'
import { api, useCommand, useRead } from '../../../app/client.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { ListPanel } from '../../../app/list/list-panel.tsx'
import { type Action, primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../../ui/action/action-button.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ErrorNote, Note } from '../../../ui/feedback/note.tsx'
import { StickyBar } from '../../../ui/form/sticky-bar.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { useTrainedAgain } from '../../cohort/use-trained-again.tsx'
import { ApplicantActions } from '../applicants/applicant-actions.tsx'
import { ApplicantFacts } from '../applicants/applicant-facts.tsx'
import { RegistrationPage } from '../registration-page.tsx'
import { RegistrationPaperDialog } from '../registration-paper-dialog.tsx'
import { registrationPath } from '../registration-paths.ts'
import { useRecordedEvent } from '../use-recorded-event.ts'
import { columns, placeRows } from './place-columns.tsx'

/** Daftar ulang: who takes the place, who gives it up, who moves up, and enrolling them in the class. */
export function PlacesTab({ registration }: { registration: Registration }) {
  if (registration.stipulation === null)
    return (
      <RegistrationPage registration={registration} tab="places" facts="Daftar ulang">
        <Panel>
          <EmptyState title="Hasil seleksi belum ditetapkan.">
            Daftar ulang dimulai sesudah{' '}
            <LinkAction path={registrationPath(registration.id, 'stipulation')}>penetapan</LinkAction>.
          </EmptyState>
        </Panel>
      </RegistrationPage>
    )
  return <Places registration={registration} />
}

function Places({ registration }: { registration: Registration }) {
  const [current, setCurrent] = useState<number | null>(null)
  const [printing, setPrinting] = useState(false)
  const [chosen, setChosen] = useState(registration.cohort?.code ?? null)
  const record = useRecordedEvent(id => registration.applicants.find(one => one.id === id)?.name ?? '')
  const promote = useTrainedAgain(
    useCommand(api.registration.promote, {
      done: ({ name, cohort }) => (cohort ? `${name} naik dan masuk ${cohort}.` : `${name} naik dari cadangan.`),
    }),
    'Naikkan dengan alasan',
  )
  const enrol = useTrainedAgain(
    useCommand(api.registration.enrol, { done: ({ enrolled, cohort }) => `${enrolled} orang masuk ${cohort}.` }),
    'Masukkan dengan alasan',
  )
  const cohorts = useRead(api.cohort.list, {})
  const { vacancies } = registration
  const rows = placeRows(registration.applicants)
  const here = rows.find(row => row.id === current) ?? rows[0]
  const waiting = rows.filter(row => row.state === 're_registered')
  const open = rows.filter(row => row.holdsPlace && row.state !== 're_registered' && row.state !== 'in_class')
  const next = registration.applicants.find(one => one.id === vacancies.next)
  const classes = (cohorts.data ?? []).filter(
    one => one.program === registration.program && (one.status === 'planned' || one.status === 'running'),
  )
  const code = chosen ?? (classes.length === 1 ? (classes[0]?.code ?? null) : null)
  const refused =
    waiting.length === 0
      ? domainErrorMessage({ code: 'nobody_registered_again' })
      : code === null
        ? 'Pilih kelasnya dulu.'
        : undefined

  function again(row: Applicant) {
    setCurrent(row.id)
    if (row.state === 're_registered')
      void record.run({ applicantId: row.id, kind: 'RE_REGISTRATION_UNDONE', reason: '' })
    else if (row.holdsPlace && row.state !== 'in_class')
      void record.run({ applicantId: row.id, kind: 'RE_REGISTERED', reason: '' })
  }
  const moveUp: Action | undefined = next && {
    label: `Naikkan ${next.name}`,
    needs: 'selection.change',
    hint: 'naikkan cadangan pertama',
    keys: 'N',
    icon: IconUserUp,
    pending: promote.pending,
    run: () => promote.run({ applicantId: next.id }),
  }
  const putIn = primaryAction(
    'Ctrl Enter',
    `Masukkan ${waiting.length} orang ke kelas`,
    () => code !== null && enrol.run({ id: registration.id, code }),
    { needs: 'selection.change', hint: 'masukkan ke kelas', refused, pending: enrol.pending },
  )
  const print: Action = {
    label: 'Cetak undangan',
    keys: 'Ctrl P',
    icon: IconPrinter,
    run: () => setPrinting(true),
  }
  useActions([vacancies.given.length > 0 && moveUp, print, putIn])
  const error = record.error ?? promote.error ?? enrol.error

  return (
    <RegistrationPage
      registration={registration}
      tab="places"
      facts={`${rows.filter(row => row.state === 're_registered' || row.state === 'in_class').length} daftar ulang · ${open.length} belum`}
      fixed
      sideWidth={300}
      side={
        here && (
          <Panel title={here.name} facts={`nomor ${here.number}`}>
            <ApplicantFacts applicant={here} />
            <ApplicantActions registration={registration} applicant={here} onGone={() => setCurrent(null)} />
          </Panel>
        )
      }
      actions={<ActionButton action={print} />}
      bar={
        <StickyBar
          note={
            registration.cohort && registration.status === 'placed' ? (
              <span>
                Kelas:{' '}
                <LinkAction path={cohortPath(registration.cohort.code, 'trainees')}>
                  {registration.cohort.title}
                </LinkAction>
              </span>
            ) : (
              `${waiting.length} orang sudah daftar ulang dan menunggu kelas.`
            )
          }
        >
          <Select
            w="17rem"
            aria-label="Kelas"
            placeholder="Pilih kelas"
            openOnFocus={false}
            data={classes.map(one => ({ value: one.code, label: `${one.title} · ${one.code}` }))}
            value={code}
            onChange={setChosen}
          />
          <ActionButton action={putIn} />
        </StickyBar>
      }
    >
      {promote.dialog}
      {enrol.dialog}
      <ErrorNote error={error} />
      {vacancies.given.length > 0 && (
        <Note
          tone="warn"
          title={`${vacancies.given.length} tempat kosong:`}
          actions={moveUp && <ActionButton size="xs" action={moveUp} />}
        >
          {vacancies.given.map(one => `${one.name} ${one.words}`).join(', ')}.{' '}
          {next ? `Cadangan ${next.reserve}: ${next.name}.` : 'Daftar cadangan sudah habis.'}
        </Note>
      )}
      {vacancies.tooLate && (
        <Note>{domainErrorMessage({ code: 'reserve_too_late', untilDay: registration.reserveUntilDay })}</Note>
      )}
      <ListPanel
        name="Daftar ulang"
        unit="orang"
        rows={rows}
        columns={columns}
        rowKey={row => row.id}
        rowLabel={row => row.name}
        rowTone={row => (row.state === 'withdrawn' || row.leftCohort ? 'done' : undefined)}
        current={here?.id ?? null}
        onCurrent={row => setCurrent(row.id)}
        onOpen={again}
        autoFocus
        empty={{ title: 'Tidak ada yang lulus seleksi.', children: 'Hasilnya diatur di tab Peringkat.' }}
      />
      <Box component="p" flex="none" c="var(--ink-2)" fz="0.75rem" lh="1rem">
        Enter: catat daftar ulang, sekali lagi untuk membatalkan. Cadangan naik bila ada yang mengundurkan diri sampai
        dengan hari ke-{registration.reserveUntilDay}.
      </Box>
      {printing && (
        <RegistrationPaperDialog
          registration={registration}
          paper="invitation"
          traineeId={null}
          onClose={() => setPrinting(false)}
        />
      )}
    </RegistrationPage>
  )
}
