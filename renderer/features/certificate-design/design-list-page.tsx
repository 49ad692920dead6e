import { IconFileImport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createRoute, useRouter } from '@tanstack/react-router'
import { useRef } from 'react'
import type { DesignList, DesignRow } from '../../../shared/features/certificate-design/contract.ts'
import type { ProgramRow } from '../../../shared/features/program/contract.ts'
import { api } from '../../app/client.ts'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { useCommand } from '../../app/use-command.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { HiddenFile } from '../../ui/form/hidden-file.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Page } from '../../ui/page/page.tsx'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import { BlankShifts } from './blank-shifts.tsx'
import { certificateTabs } from './certificate-tabs.ts'
import { DesignChoices } from './design-choices.tsx'
import { designPath, designsPath } from './design-paths.ts'

export const designListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: designsPath,
  component: DesignListPage,
})

/** The designs, which of them programmes use, and how far printers are askew. */
function DesignListPage() {
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const list = useQuery(api.certificateDesign.list.queryOptions({ input: {} }))
  const programs = useQuery(api.program.list.queryOptions({ input: {} }))
  const bringIn = useCommand(api.certificateDesign.importFile, { done: ({ name }) => `Rancangan “${name}” diimpor.` })
  const data = list.data && programs.data ? { list: list.data, programs: programs.data } : undefined

  async function take(file: File | undefined) {
    if (!file) return
    const done = await bringIn.run({ file })
    if (done) router.history.push(designPath(done.output.id))
  }

  return (
    <Page
      fixed
      title="Sertifikat"
      tabs={certificateTabs('designs')}
      facts="Rancangan: tiap simpanan menjadi versi baru; yang sudah terbit tidak berubah"
      actions={
        <>
          <HiddenFile ref={input} label="Berkas rancangan" accept=".json" onFiles={([file]) => take(file)} />
          <ActionButton icon={IconFileImport} pending={bringIn.pending} onAction={() => input.current?.click()}>
            Impor rancangan
          </ActionButton>
        </>
      }
      side={
        data && (
          <>
            <DesignChoices list={data.list} programs={data.programs} />
            <BlankShifts shifts={data.list.shifts} />
          </>
        )
      }
    >
      <ErrorNote error={bringIn.error} />
      <ListPanel
        name="Rancangan"
        unit="rancangan"
        query={{ data, error: list.error ?? programs.error, refetch: list.refetch }}
        rows={(data?.list.designs ?? []).toSorted((a, b) => Number(b.active) - Number(a.active))}
        columns={data ? columnsOf(data.list, data.programs) : []}
        rowKey={row => row.id}
        rowLabel={row => `Buka rancangan ${row.name}`}
        onOpen={row => router.history.push(designPath(row.id))}
        autoFocus
        empty={null}
      />
    </Page>
  )
}

function columnsOf(list: DesignList, programs: readonly ProgramRow[]): DataColumn<DesignRow>[] {
  return [
    { key: 'name', head: 'Rancangan', names: true, cell: row => row.name, sort: row => row.name },
    {
      key: 'kind',
      head: 'Jenis',
      width: '7rem',
      cell: ({ active, builtIn }) => (
        <Badge tone={!active ? 'warn' : builtIn ? 'info' : 'neutral'}>
          {!active ? 'Disisihkan' : builtIn ? 'Bawaan' : 'Balai'}
        </Badge>
      ),
    },
    { key: 'use', head: 'Dipakai', width: '12rem', cell: row => formatUse(row, list, programs) },
    {
      key: 'version',
      head: 'Versi',
      width: '13rem',
      cell: row => (row.builtIn || !row.savedAt ? 'tetap' : `${row.version} · ${formatMoment(row.savedAt)}`),
    },
    {
      key: 'issued',
      head: 'Terbit',
      width: '5rem',
      align: 'end',
      cell: row => row.issued.toLocaleString('id-ID'),
      sort: row => row.issued,
    },
  ]
}

function formatUse(row: DesignRow, { designs, choices }: DesignList, programs: readonly ProgramRow[]): string {
  const forAll = choices.find(choice => choice.programId === null)?.designId
  const isForAll = forAll === undefined ? row.builtIn === 'klasik' : forAll === row.id
  const own = choices.filter(choice => choice.programId !== null && choice.designId === row.id)
  const named = own.map(choice => programs.find(program => program.id === choice.programId)?.title ?? '')
  const words = [...(isForAll && designs.length > 0 ? ['semua program'] : []), ...named]
  return words.length === 0 ? '–' : words.join(', ')
}
