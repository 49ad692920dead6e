import { Autocomplete } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import type { ImportSummary } from '../../../shared/features/import/contract.ts'
import { api, useRead } from '../../app/client.ts'
import { useFileCommand } from '../../app/file/use-file-command.ts'
import { cancelAction, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { enterMovesOn } from '../../ui/form/enter-moves-on.ts'
import { field } from '../../ui/form/field.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { OneLine } from '../../ui/page/one-line.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { type DataColumn, DataTable } from '../../ui/table/data-table.tsx'
import styles from './import.module.css'
import { ImportDrop } from './import-drop.tsx'
import { count } from './import-labels.ts'
import { importCrumbs } from './import-trail.tsx'
import type { ImportWork } from './use-import.ts'

interface FileStepProps {
  work: ImportWork
  trail: ReactNode
  sender: string
  onSender: (sender: string) => void
  onFile: (file: File) => unknown
  onLeave: () => void
}

/** The sender, the file, and earlier imports. */
export function FileStep({ work, trail, sender, onSender, onFile, onLeave }: FileStepProps) {
  const router = useRouter()
  const senders = useRead(api.import.senders, {})
  const earlier = useRead(api.import.list, { limit: 20 })
  const drop = useRef<HTMLDivElement>(null)
  const template = useFileCommand(api.import.template)
  const choose = () => drop.current?.querySelector('button')?.click()
  useActions([{ label: 'Pilih berkas', keys: 'Ctrl Enter', run: choose }, cancelAction(onLeave)])

  return (
    <Page
      title="Impor Excel"
      crumbs={importCrumbs}
      facts="semua baris diperiksa dulu; belum ada yang ditulis"
      actions={trail}
    >
      <Panel
        title="Berkas peserta"
        extra={
          <ActionButton size="xs" tone="quiet" onAction={() => template.run({})}>
            Contoh berkas
          </ActionButton>
        }
      >
        <div
          className={styles.file}
          onKeyDownCapture={enterMovesOn(() => drop.current?.querySelector('button')?.focus())}
        >
          <Autocomplete
            {...field({
              label: 'Pengirim',
              optional: true,
              hint: 'Susunan kolomnya diingat untuk berkas berikutnya dari pengirim yang sama.',
            })}
            placeholder="Kel. Karawaci Baru"
            maxLength={80}
            data={senders.data ?? []}
            value={sender}
            onChange={onSender}
            openOnFocus={false}
            autoFocus
          />
          <div ref={drop}>
            <ImportDrop
              onFile={onFile}
              onCancel={work.cancel}
              pending={work.pending}
              progress={work.progress}
              error={work.error ?? template.error}
            />
          </div>
        </div>
      </Panel>
      {earlier.data && earlier.data.length > 0 && (
        <Panel title="Impor terakhir" flush>
          <DataTable
            label={`${earlier.data.length} impor`}
            rows={earlier.data}
            columns={columns}
            rowKey={row => row.id}
            rowLabel={row => row.fileName}
            onOpen={row => router.history.push(`/peserta/impor/${row.id}`)}
            empty={null}
          />
        </Panel>
      )}
    </Page>
  )
}

const columns: DataColumn<ImportSummary>[] = [
  { head: 'Waktu', width: '12rem', cell: row => formatMoment(row.at), sort: row => row.at },
  { head: 'Berkas', names: true, cell: row => <OneLine text={row.fileName} />, sort: row => row.fileName },
  { head: 'Pengirim', cell: row => <OneLine text={row.sender || '–'} />, sort: row => row.sender },
  {
    head: 'Petugas',
    width: '10rem',
    cell: row => <OneLine text={row.operator} width="narrow" />,
    sort: row => row.operator,
  },
  {
    head: 'Hasil',
    width: '14rem',
    cell: ({ takenBack, counts }) =>
      takenBack ? (
        <Badge>Ditarik kembali</Badge>
      ) : (
        `${count(counts.created)} masuk${counts.changed > 0 ? `, ${count(counts.changed)} diubah` : ''}`
      ),
  },
]
