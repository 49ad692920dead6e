import { Box } from '@mantine/core'
import { IconCamera, IconPlus, IconPrinter, IconUsers } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import type { Cohort, CohortTrainee } from '../../../../shared/features/cohort/contract.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { api, useRead } from '../../../app/client.ts'
import { exportedTable, useExport } from '../../../app/file/use-export.ts'
import { ListPanel } from '../../../app/list/list-panel.tsx'
import { type Action, primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButton, ActionButtons, LinkAction } from '../../../ui/action/action-button.tsx'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import layout from '../../../ui/page/layout.module.css'
import type { DataColumn } from '../../../ui/table/data-table.tsx'
import { CohortFrame, WithCohort } from '../../cohort/cohort-frame.tsx'
import { formatLeft } from '../../cohort/leave-labels.ts'
import { TraineePicker } from '../../cohort/planner/trainee-picker.tsx'
import { useEnrolment } from '../../cohort/use-enrolment.tsx'
import { usePaperDialog } from '../../paper/use-paper-dialog.tsx'
import { ReserveOffer } from '../../registration/places/reserve-offer.tsx'
import { ClassPhotosDialog } from './class-photos-dialog.tsx'
import styles from './cohort-trainees.module.css'
import { MemberPanel } from './member-panel.tsx'

const mostTrainees = 60

/** Trainees of a class in the order of their numbers. */
export function CohortTrainees({ code }: { code: string }) {
  return (
    <WithCohort code={code} tab="trainees" title="Peserta">
      {cohort => <Trainees cohort={cohort} />}
    </WithCohort>
  )
}

function Trainees({ cohort }: { cohort: Cohort }) {
  const router = useRouter()
  const reading = useRead(api.cohort.trainees, { code: cohort.code })
  const placing = useEnrolment({ done: ({ enrolled }) => `${enrolled} peserta ditambahkan.` })
  const paper = usePaperDialog(cohort)
  const [picking, setPicking] = useState(false)
  const [photographing, setPhotographing] = useState(false)
  const [current, setCurrent] = useState<number | null>(null)
  const rows = reading.data ?? []
  const exporting = useExport(() => traineeExport(cohort, rows))
  const chosen = rows.find(row => row.enrolmentId === current) ?? rows[0]
  const refused = formatLocked(cohort)

  const place = (traineeIds: TraineeId[]) => placing.enrol(cohort.code, traineeIds)
  const add = primaryAction('Alt B', 'Tambah peserta', () => setPicking(true), {
    needs: 'cohort.change',
    icon: IconPlus,
    refused,
  })
  const print: Action = {
    label: 'Cetak nominatif',
    hint: 'cetak daftar nominatif',
    keys: 'Ctrl P',
    icon: IconPrinter,
    run: () => paper.open('participants'),
  }
  const photos: Action = {
    label: 'Pas foto kelas',
    needs: 'trainee.change',
    keys: 'Alt F',
    icon: IconCamera,
    refused: rows.length === 0 ? 'Belum ada peserta.' : undefined,
    run: () => setPhotographing(true),
  }
  useActions([add, print, photos])

  return (
    <CohortFrame
      cohort={cohort}
      tab="trainees"
      title="Peserta"
      facts={formatFact(rows)}
      fixed
      sideWidth={240}
      side={chosen && <MemberPanel cohort={cohort} member={chosen} locked={refused} />}
      more={[exporting]}
      actions={<ActionButtons actions={[photos, print, add]} />}
    >
      <ErrorNote error={placing.error ?? exporting.error} />
      <ReserveOffer code={cohort.code} />
      <ListPanel
        name="Daftar peserta kelas"
        unit="peserta"
        query={reading}
        bars={12}
        rows={rows}
        columns={columns}
        rowKey={row => row.enrolmentId}
        rowLabel={row => row.name}
        rowTone={row => (row.left ? 'done' : undefined)}
        current={chosen?.enrolmentId ?? null}
        onCurrent={row => setCurrent(row.enrolmentId)}
        onOpen={row => router.history.push(`/peserta/${row.traineeId}`)}
        autoFocus
        empty={{
          icon: IconUsers,
          title: 'Belum ada peserta di kelas ini.',
          children: (
            <>
              Ambil dari daftar peserta balai, atau daftarkan dulu lewat{' '}
              <LinkAction needs="trainee.change" path={`/peserta/baru?kelas=${cohort.code}`}>
                Peserta baru
              </LinkAction>{' '}
              dan{' '}
              <LinkAction needs="trainee.change" path="/peserta/impor">
                Impor Excel
              </LinkAction>
              .
            </>
          ),
          actions: <ActionButton action={add} />,
        }}
      />
      {picking && (
        <TraineePicker
          chosen={[]}
          limit={mostTrainees - rows.length}
          during={cohort.days}
          onClose={() => setPicking(false)}
          onDone={async people => {
            setPicking(false)
            if (people.length > 0) await place(people.map(person => person.id))
          }}
        />
      )}
      {photographing && <ClassPhotosDialog cohort={cohort} members={rows} onClose={() => setPhotographing(false)} />}
      {placing.dialog}
      {paper.dialog}
    </CohortFrame>
  )
}

const columns: readonly DataColumn<CohortTrainee>[] = [
  { head: 'No', width: '2.75rem', align: 'end', cell: row => row.position, sort: row => row.position },
  {
    head: 'Nama',
    names: true,
    cell: row => <span className={row.left ? styles.left : undefined}>{row.name}</span>,
    sort: row => row.name,
  },
  {
    head: 'NIK',
    width: '10rem',
    cell: row => (
      <Box component="span" ff="monospace" fz="0.8125rem" fw={500}>
        {row.maskedNik}
      </Box>
    ),
  },
  { head: 'L/P', width: '2.75rem', cell: row => row.sex },
  { head: 'Kelurahan', width: '8rem', cell: row => row.village ?? '–', sort: row => row.village ?? '' },
  {
    head: 'No. HP',
    width: '7.75rem',
    cell: row => <span className={layout.oneLine}>{showPhone(row.phone) || '–'}</span>,
    sort: row => row.phone || null,
  },
  { head: 'Keadaan', width: '8rem', cell: memberState },
]

function formatLocked({ status, title }: Cohort): string | undefined {
  if (status === 'cancelled') return domainErrorMessage({ code: 'cohort_cancelled', cohort: title })
  return status === 'decided' ? domainErrorMessage({ code: 'panel_decided' }) : undefined
}

function formatFact(rows: readonly CohortTrainee[]): string {
  const staying = rows.filter(row => row.left === null)
  const villages = new Set(staying.map(row => row.village).filter(village => village !== null)).size
  const left = rows.length - staying.length
  return [`${staying.length} orang`, villages > 0 && `${villages} kelurahan`, left > 0 && `${left} keluar`]
    .filter(Boolean)
    .join(' · ')
}

function traineeExport({ code }: Cohort, rows: readonly CohortTrainee[]) {
  return exportedTable(`peserta-${code}`, rows, [
    ['No', row => String(row.position)],
    ['Nama', row => row.name],
    ['NIK', row => row.maskedNik],
    ['L/P', row => row.sex],
    ['Kelurahan', row => row.village ?? ''],
    ['No. HP', row => showPhone(row.phone)],
    ['Keadaan', row => (row.left ? `${formatLeft(row.left.kind)} setelah hari ke-${row.left.afterDay}` : '')],
  ])
}

/** Badge of people who joined late or left; nothing for all others. */
function memberState({ left, joinedDay }: CohortTrainee): ReactNode {
  if (left) return <Badge>{formatLeft(left.kind)}</Badge>
  if (joinedDay > 1) return <Badge tone="info">Ikut mulai hari ke-{joinedDay}</Badge>
  return null
}
