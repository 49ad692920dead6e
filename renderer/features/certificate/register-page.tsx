import { IconCertificate, IconTableExport } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createRoute, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { RegisterRow } from '../../../shared/features/certificate/contract.ts'
import { shortDay } from '../../../shared/kernel/date-words.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { useAddressText } from '../../app/use-address-text.ts'
import { useTableExport } from '../../app/use-table-export.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { Badge } from '../../ui/badge.tsx'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { classPath } from '../cohort/class-tabs.ts'
import { CertificateDialog } from './certificate-dialog.tsx'
import { certificateTabs } from './certificate-tabs.ts'
import { kindTitle } from './kind-words.ts'
import styles from './register-page.module.css'

export const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sertifikat',
  validateSearch: (search: Record<string, unknown>): { cari?: string } =>
    search.cari === undefined || search.cari === '' ? {} : { cari: String(search.cari) },
  component: RegisterPage,
})

const shown = 1000

/** The book of everything that was ever issued, newest first. */
function RegisterPage() {
  const router = useRouter()
  const { cari = '' } = registerRoute.useSearch()
  const [text, setText] = useAddressText(cari, next =>
    router.history.replace(next === '' ? '/sertifikat' : `/sertifikat?cari=${encodeURIComponent(next)}`),
  )
  const [opened, setOpened] = useState<RegisterRow | null>(null)
  const register = useQuery({
    ...api.certificate.register.queryOptions({ input: { search: text.trim(), limit: shown, offset: 0 } }),
    placeholderData: keepPreviousData,
  })
  const exporting = useTableExport()
  const rows = register.data?.rows ?? []
  const total = register.data?.total ?? 0

  return (
    <Page
      fixed
      title="Sertifikat"
      tabs={certificateTabs('register')}
      facts={register.data && `${total.toLocaleString('id-ID')} terbit, terbaru di atas`}
      actions={
        <ActButton icon={IconTableExport} onAct={() => exporting.run(exportOf(rows))}>
          Ekspor ke Excel
        </ActButton>
      }
    >
      <FilterBar placeholder="Nomor, nama, kelas" text={text} onText={setText} autoFocus />
      {exporting.error !== null && (
        <Note tone="err" live>
          {exporting.error}
        </Note>
      )}
      <Panel flush fill label="Buku sertifikat">
        <Reading query={register} rows={12}>
          {data => (
            <DataTable
              label={`${data.rows.length} sertifikat dan surat keterangan`}
              rows={data.rows}
              columns={columns}
              rowKey={row => row.id}
              rowLabel={row => `${row.number}, ${row.name}`}
              onOpen={setOpened}
              empty={
                text === '' ? (
                  <EmptyState icon={IconCertificate} title="Belum ada sertifikat yang terbit.">
                    Sertifikat terbit dari kelas yang hasil sidangnya sudah ditetapkan. Buka{' '}
                    <LinkAct path="/angkatan">Angkatan</LinkAct>.
                  </EmptyState>
                ) : (
                  <EmptyState title={`Tidak ada “${text}”.`}>
                    <LinkAct onAct={() => setText('')}>Tampilkan semua</LinkAct>
                  </EmptyState>
                )
              }
            />
          )}
        </Reading>
      </Panel>
      {total > rows.length && rows.length > 0 && (
        <p className={styles.more}>
          {rows.length.toLocaleString('id-ID')} terbaru dari {total.toLocaleString('id-ID')}. Ketik nomor atau nama
          untuk yang lebih lama.
        </p>
      )}
      {opened && (
        <CertificateDialog
          paper={{ what: 'issued', id: opened.id, name: opened.name }}
          onClose={() => setOpened(null)}
        />
      )}
    </Page>
  )
}

const columns: readonly DataColumn<RegisterRow>[] = [
  { key: 'number', head: 'Nomor', width: '14.5rem', cell: row => <span className={styles.number}>{row.number}</span> },
  { key: 'name', head: 'Nama', names: true, cell: row => row.name, sort: row => row.name },
  {
    key: 'kind',
    head: 'Jenis',
    width: '9rem',
    cell: row => <Badge tone={row.kind === 'certificate' ? 'ok' : 'neutral'}>{kindTitle(row.kind)}</Badge>,
  },
  { key: 'program', head: 'Program', width: '14rem', cell: row => row.program, sort: row => row.program },
  {
    key: 'cohort',
    head: 'Kelas',
    width: '8rem',
    cell: row => <LinkAct path={classPath(row.code, 'certificates')}>{row.code}</LinkAct>,
    sort: row => row.code,
  },
  {
    key: 'date',
    head: 'Tanggal terbit',
    width: '9rem',
    cell: row => shortDay(row.issuedOn, { year: true }),
    sort: row => row.issuedOn,
  },
]

function exportOf(rows: readonly RegisterRow[]) {
  return {
    name: 'buku-sertifikat',
    head: ['Nomor', 'Nama', 'Jenis', 'Program', 'Kelas', 'Tanggal terbit'],
    rows: rows.map(row => [row.number, row.name, kindTitle(row.kind), row.program, row.code, row.issuedOn]),
  }
}
