import { Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { ImportColumn, ImportReading } from '../../../shared/features/import/contract.ts'
import { type ImportField, importFieldLabels, importFields } from '../../../shared/features/import/import-field.ts'
import { cancelAction, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButtons } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { StickyBar } from '../../ui/form/sticky-bar.tsx'
import { useFirstField } from '../../ui/form/use-first-field.ts'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'
import { OneLine } from '../../ui/page/one-line.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { PlainTable } from '../../ui/table/plain-table.tsx'
import { count } from './import-labels.ts'
import { ImportProgressBar } from './import-progress-bar.tsx'
import { importCrumbs } from './import-trail.tsx'
import type { ImportFile, ImportWork } from './use-import.ts'

interface ColumnStepProps {
  work: ImportWork
  file: ImportFile
  trail: ReactNode
  onBack: () => void
  onNext: () => void
}

const unused = '-'
const fieldOptions = [
  { value: unused, label: 'Tidak dipakai' },
  ...importFields.map(field => ({ value: field, label: importFieldLabels[field] })),
]

/** Assigns columns to fields: by title, as in the sender's last file, or by choice. */
export function ColumnStep({ work, file, trail, onBack, onNext }: ColumnStepProps) {
  const { reading } = file
  const refused = formatMissing(reading.missing)
  // While the file is read again the old columns stay, so that the changed field keeps the focus.
  const [columns, setColumns] = useState<readonly ImportColumn[]>(reading.columns)
  const shown = work.pending ? columns : reading.columns
  const next = primaryAction('Ctrl Enter', 'Periksa baris', () => !work.pending && onNext(), { refused })
  const back = cancelAction(onBack, 'Kembali')
  useActions([next, back])
  const first = useFirstField<HTMLDivElement>()

  function choose(index: number, field: ImportField | null) {
    const chosen = withField(reading.columns, index, field)
    setColumns(
      reading.columns.map(column => ({
        ...column,
        field: chosen.find(one => one.index === column.index)?.field ?? null,
      })),
    )
    void work.choose({ columns: chosen })
  }

  return (
    <Page
      title="Cocokkan kolom"
      crumbs={importCrumbs}
      facts={`${file.name} · ${count(reading.rows.length)} baris`}
      actions={trail}
      bar={
        <StickyBar
          tone={refused === undefined ? 'plain' : 'err'}
          note={
            work.pending ? (
              <ImportProgressBar progress={work.progress} onCancel={work.cancel} />
            ) : (
              (refused ?? 'Belum ada yang ditulis. Kolom yang tidak dipakai tidak ikut masuk.')
            )
          }
        >
          <ActionButtons actions={[back, next]} />
        </StickyBar>
      }
    >
      <ErrorNote error={work.error} />
      {refused !== undefined && (
        <Note tone="warn" live>
          {refused}
        </Note>
      )}
      <Panel dense label="Lembar dan baris judul">
        <Columns ref={first} maw="30rem" widths="2fr 1fr" align="stretch">
          <Select
            label="Lembar"
            data={reading.sheets}
            value={reading.sheet}
            onChange={sheet =>
              sheet !== null && void work.choose({ sheet, columns: null, headerRow: null, repairs: [] })
            }
          />
          <Select
            label="Judul di baris"
            data={Array.from({ length: 20 }, (_, index) => String(index + 1))}
            value={String(reading.headerRow)}
            onChange={row =>
              row !== null &&
              void work.choose({ sheet: reading.sheet, headerRow: Number(row), columns: null, repairs: [] })
            }
          />
        </Columns>
      </Panel>
      <Panel title="Kolom berkas" facts="F4 membuka pilihan" flush>
        <PlainTable
          rows={shown}
          rowKey={column => column.index}
          columns={[
            { head: 'Judul di berkas', names: true, cell: column => <OneLine text={column.title} /> },
            {
              head: 'Isi pertama',
              cell: column => (
                <span className={layout.quiet}>
                  <OneLine text={column.samples.join(' · ') || '–'} />
                </span>
              ),
            },
            {
              head: 'Menjadi',
              width: '15rem',
              cell: column => (
                <Select
                  aria-label={`Kolom ${column.title} menjadi`}
                  size="xs"
                  data={fieldOptions}
                  value={column.field ?? unused}
                  searchable
                  selectFirstOptionOnChange
                  onFocus={event => event.currentTarget.select()}
                  onChange={value => choose(column.index, importFields.find(field => field === value) ?? null)}
                />
              ),
            },
            { head: 'Dikenal dari', cell: column => <ColumnOrigin column={column} sender={file.choices.sender} /> },
          ]}
        />
      </Panel>
    </Page>
  )
}

function ColumnOrigin({ column, sender }: { column: ImportColumn; sender: string }) {
  if (column.source === 'title') return <Badge tone="ok">judulnya</Badge>
  if (column.source === 'sender') return <Badge tone="info">{`berkas terakhir ${sender}`}</Badge>
  if (column.source === 'hand')
    return column.field === null ? <Badge>tidak dipakai</Badge> : <Badge tone="ok">pilihan Anda</Badge>
  return <Badge>belum dikenal</Badge>
}

function formatMissing(missing: readonly ('nik' | 'name')[]): string | undefined {
  if (missing.length === 0) return undefined
  if (missing.length === 2) return 'Kolom NIK dan Nama tidak ditemukan. Pilih kolomnya.'
  return `Kolom ${missing[0] === 'nik' ? 'NIK' : 'Nama'} tidak ditemukan. Pilih kolomnya.`
}

/** The columns with another field for one of them; a field used by another column is moved to this one. */
export function withField(columns: ImportReading['columns'], index: number, field: ImportField | null) {
  return columns.map(column => ({
    index: column.index,
    field: column.index === index ? field : column.field === field ? null : column.field,
  }))
}
