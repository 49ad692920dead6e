import { Select } from '@mantine/core'
import { createRoute, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportRow } from '../../../shared/features/trainee/contract.ts'
import { api } from '../../app/client.ts'
import { rootRoute } from '../../app/root-route.tsx'
import { useCommand } from '../../app/use-command.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StickyBar } from '../../ui/sticky-bar.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { type ImportDone, ImportReceipt } from './import-receipt.tsx'
import { ImportTable } from './import-table.tsx'
import { useWorkbook, type Workbook } from './use-workbook.ts'
import { WorkbookDrop } from './workbook-drop.tsx'

export const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/peserta/impor',
  component: ImportPage,
})

const crumbs = [{ label: 'Peserta', path: '/peserta' }, { label: 'Impor Excel' }]

/** A workbook becomes trainees: every row is shown with what would happen to it, then one button writes. */
function ImportPage() {
  const { workbook, pending, error, take, changeSheet, drop } = useWorkbook()
  const [done, setDone] = useState<ImportDone | null>(null)
  if (done)
    return (
      <ImportReceipt
        crumbs={crumbs}
        done={done}
        onAgain={() => {
          setDone(null)
          drop()
        }}
      />
    )
  if (workbook)
    return (
      <ImportPreview
        workbook={workbook}
        pending={pending}
        error={error}
        onSheet={changeSheet}
        onOther={drop}
        onDone={setDone}
      />
    )
  return (
    <Page title="Impor Excel" crumbs={crumbs}>
      <Panel title="Berkas peserta" facts="semua baris diperiksa dulu; belum ada yang ditulis">
        <WorkbookDrop onFile={take} pending={pending} error={error} />
      </Panel>
    </Page>
  )
}

interface ImportPreviewProps {
  workbook: Workbook
  pending: boolean
  error: string | null
  onSheet: (sheet: string) => unknown
  onOther: () => void
  onDone: (done: ImportDone) => void
}

function ImportPreview({ workbook, pending, error, onSheet, onOther, onDone }: ImportPreviewProps) {
  const router = useRouter()
  const { fileName, reading } = workbook
  const importing = useCommand(api.trainee.importRows)
  const fresh = reading.rows.filter(isFresh)
  const skipped = reading.rows.length - fresh.length
  const refused = fresh.length === 0 ? 'Tidak ada baris baru yang dapat masuk.' : undefined

  async function run() {
    if (refused !== undefined) return
    const imported = await importing.run({ fileName, rows: fresh.map(row => row.draft) })
    if (!imported) return
    const people = imported.output.all.flatMap((id, index) => {
      const name = fresh[index]?.name
      return name === undefined ? [] : [{ id, name }]
    })
    onDone({ fileName, people, skipped })
  }
  useKeys([
    { keys: 'Ctrl Enter', label: `impor ${fresh.length} baris`, run: () => void run() },
    { keys: 'Esc', label: 'batal', run: () => router.history.push('/peserta') },
  ])

  return (
    <Page
      fixed
      title="Periksa sebelum impor"
      crumbs={crumbs}
      facts={`${fileName} · lembar “${reading.sheet}”`}
      actions={
        reading.sheets.length > 1 && (
          <Select
            aria-label="Lembar"
            data={reading.sheets}
            value={reading.sheet}
            disabled={pending}
            onChange={sheet => sheet !== null && onSheet(sheet)}
          />
        )
      }
      bar={
        <StickyBar note={<p>{skippedWords(skipped)} Data berubah hanya setelah tombol ini.</p>}>
          <ActButton keys="Esc" onAct={() => router.history.push('/peserta')}>
            Batal
          </ActButton>
          <ActButton onAct={onOther}>Berkas lain</ActButton>
          <ActButton tone="primary" keys="Ctrl Enter" refused={refused} pending={importing.pending} onAct={run}>
            Impor {fresh.length.toLocaleString('id-ID')} baris
          </ActButton>
        </StickyBar>
      }
    >
      {(importing.error ?? error) !== null && (
        <Note tone="err" live>
          {importing.error ?? error}
        </Note>
      )}
      <ImportTable reading={reading} />
    </Page>
  )
}

function isFresh(row: ImportRow): row is ImportRow & { draft: NonNullable<ImportRow['draft']> } {
  return row.status === 'create' && row.draft !== null
}

function skippedWords(skipped: number): string {
  return skipped === 0 ? 'Semua baris masuk.' : `${skipped.toLocaleString('id-ID')} baris dilewati.`
}
