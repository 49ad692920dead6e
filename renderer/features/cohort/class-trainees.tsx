import { IconPlus, IconPrinter, IconTableExport, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Cohort, CohortTrainee } from '../../../shared/features/cohort/contract.ts'
import { showPhone } from '../../../shared/features/trainee/phone.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import { refusalWords } from '../../../shared/refusal-words.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { useTableExport } from '../../app/use-table-export.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { usePaperDialog } from '../paper/use-paper-dialog.tsx'
import { ReserveOffer } from '../registration/reserve-offer.tsx'
import { ClassPage, WithCohort } from './class-page.tsx'
import styles from './class-trainees.module.css'
import { leftWords } from './leave-words.ts'
import { MemberPanel } from './member-panel.tsx'
import { memberState } from './member-state.tsx'
import { TraineePicker } from './trainee-picker.tsx'
import { useEnrolment } from './use-enrolment.tsx'

const mostTrainees = 60

/** Peserta: the list of the class in the order of its numbers. */
export function ClassTrainees({ code }: { code: string }) {
  return (
    <WithCohort code={code} tab="trainees" title="Peserta">
      {cohort => <Trainees cohort={cohort} />}
    </WithCohort>
  )
}

function Trainees({ cohort }: { cohort: Cohort }) {
  const router = useRouter()
  const reading = useQuery(api.cohort.trainees.queryOptions({ input: { code: cohort.code } }))
  const placing = useEnrolment({ done: ({ enrolled }) => `${enrolled} peserta ditambahkan.` })
  const exporting = useTableExport()
  const paper = usePaperDialog(cohort)
  const [picking, setPicking] = useState(false)
  const [current, setCurrent] = useState<number | null>(null)
  const rows = reading.data ?? []
  const chosen = rows.find(row => row.enrolmentId === current) ?? rows[0]
  const refused = lockedWords(cohort)

  const place = (traineeIds: TraineeId[]) => placing.enrol(cohort.code, traineeIds)
  const add = () => refused === undefined && setPicking(true)
  const print = () => paper.open('participants')
  useKeys([
    { keys: 'Alt B', label: 'tambah peserta', run: add },
    { keys: 'Ctrl P', label: 'cetak daftar nominatif', run: print },
  ])

  return (
    <ClassPage
      cohort={cohort}
      tab="trainees"
      title="Peserta"
      facts={factWords(rows)}
      fixed
      sideWidth={240}
      side={chosen && <MemberPanel cohort={cohort} member={chosen} locked={refused} />}
      actions={
        <>
          <ActButton icon={IconTableExport} onAct={() => exporting.run(exportOf(cohort, rows))}>
            Ekspor ke Excel
          </ActButton>
          <ActButton icon={IconPrinter} keys="Ctrl P" onAct={print}>
            Cetak nominatif
          </ActButton>
          <ActButton tone="primary" icon={IconPlus} keys="Alt B" refused={refused} onAct={add}>
            Tambah peserta
          </ActButton>
        </>
      }
    >
      {(placing.error ?? exporting.error) !== null && (
        <Note tone="err" live>
          {placing.error ?? exporting.error}
        </Note>
      )}
      <ReserveOffer code={cohort.code} />
      <Panel flush fill label="Daftar peserta kelas">
        <Reading query={reading} rows={12}>
          {all => (
            <DataTable
              label={`${all.length} peserta`}
              rows={all}
              columns={columns}
              rowKey={row => row.enrolmentId}
              rowLabel={row => row.name}
              rowTone={row => (row.left ? 'done' : undefined)}
              current={chosen?.enrolmentId ?? null}
              onCurrent={row => setCurrent(row.enrolmentId)}
              onOpen={row => router.history.push(`/peserta/${row.traineeId}`)}
              autoFocus
              empty={
                <EmptyState
                  icon={IconUsers}
                  title="Belum ada peserta di kelas ini."
                  acts={
                    <ActButton tone="primary" keys="Alt B" refused={refused} onAct={add}>
                      Tambah peserta
                    </ActButton>
                  }
                >
                  Ambil dari daftar peserta balai, atau daftarkan dulu lewat{' '}
                  <LinkAct path={`/peserta/baru?kelas=${cohort.code}`}>Peserta baru</LinkAct> dan{' '}
                  <LinkAct path="/peserta/impor">Impor Excel</LinkAct>.
                </EmptyState>
              }
            />
          )}
        </Reading>
      </Panel>
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
      {placing.dialog}
      {paper.dialog}
    </ClassPage>
  )
}

const columns: readonly DataColumn<CohortTrainee>[] = [
  { key: 'position', head: 'No', width: '2.75rem', align: 'end', cell: row => row.position, sort: row => row.position },
  {
    key: 'name',
    head: 'Nama',
    names: true,
    cell: row => <span className={row.left ? styles.left : undefined}>{row.name}</span>,
    sort: row => row.name,
  },
  { key: 'nik', head: 'NIK', width: '10rem', cell: row => <span className={styles.nik}>{row.maskedNik}</span> },
  { key: 'sex', head: 'L/P', width: '2.75rem', cell: row => row.sex },
  {
    key: 'village',
    head: 'Kelurahan',
    width: '8rem',
    cell: row => row.village ?? '–',
    sort: row => row.village ?? '',
  },
  {
    key: 'phone',
    head: 'No. HP',
    width: '8.25rem',
    cell: row => <span className={styles.phone}>{showPhone(row.phone) || '–'}</span>,
  },
  { key: 'state', head: 'Keadaan', width: '9rem', cell: memberState },
]

function lockedWords({ status, title }: Cohort): string | undefined {
  if (status === 'cancelled') return refusalWords({ code: 'cohort_cancelled', cohort: title })
  return status === 'decided' ? refusalWords({ code: 'panel_decided' }) : undefined
}

function factWords(rows: readonly CohortTrainee[]): string {
  const left = rows.filter(row => row.left !== null).length
  const villages = new Set(rows.map(row => row.village).filter(village => village !== null)).size
  return [`${rows.length - left} orang`, villages > 0 && `${villages} kelurahan`, left > 0 && `${left} keluar`]
    .filter(Boolean)
    .join(' · ')
}

function exportOf({ code }: Cohort, rows: readonly CohortTrainee[]) {
  return {
    name: `peserta-${code}`,
    head: ['No', 'Nama', 'NIK', 'L/P', 'Kelurahan', 'No. HP', 'Keadaan'],
    rows: rows.map(row => [
      String(row.position),
      row.name,
      row.maskedNik,
      row.sex,
      row.village ?? '',
      showPhone(row.phone),
      row.left ? `${leftWords(row.left.kind)} setelah hari ke-${row.left.afterDay}` : '',
    ]),
  }
}
