import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MergeRow } from '../../../shared/features/trainee/double-contract.ts'
import type { MergeId } from '../../../shared/ids.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { useCommand } from '../../app/use-command.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { momentWords } from '../../ui/moment-words.ts'
import { Note } from '../../ui/note.tsx'
import { OneLine } from '../../ui/one-line.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StickyBar } from '../../ui/sticky-bar.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import styles from './double-columns.module.css'

/** What was merged, the latest first; each can be parted again. */
export function MergedList({ fits }: { fits: (...names: string[]) => boolean }) {
  const merges = useQuery(api.double.merges.queryOptions({ input: { limit: 1000, offset: 0 } }))
  const [chosen, setChosen] = useState<MergeId | null>(null)
  const split = useCommand(api.double.split, { done: () => 'Dipisahkan lagi: keduanya seperti semula.' })
  const rows = (merges.data ?? []).filter(row => fits(row.survivor.name, row.away.name))
  const current = rows.find(row => row.id === chosen) ?? rows[0]
  const part = () => current && split.run({ mergeId: current.id })
  useKeys([{ keys: 'P', label: 'pisahkan lagi', run: () => void part() }])

  return (
    <>
      {split.error !== null && (
        <Note tone="err" live>
          {split.error}
        </Note>
      )}
      <Panel flush fill label="Sudah digabung">
        <Reading query={merges} rows={12}>
          {() => (
            <DataTable
              label={`Sudah digabung, ${rows.length} orang`}
              rows={rows}
              columns={columns}
              rowKey={row => row.id}
              rowLabel={row => row.survivor.name}
              current={current?.id ?? null}
              onCurrent={row => setChosen(row.id)}
              empty={<EmptyState title="Belum ada yang digabung." />}
            />
          )}
        </Reading>
      </Panel>
      {current && (
        <StickyBar
          label="Tindakan untuk baris ini"
          note={`${current.survivor.name} menjadi dua data lagi, seperti sebelum digabung.`}
        >
          <ActButton keys="P" onAct={part}>
            Pisahkan lagi
          </ActButton>
        </StickyBar>
      )}
    </>
  )
}

const columns: DataColumn<MergeRow>[] = [
  { key: 'name', head: 'Nama', names: true, cell: row => <OneLine text={row.survivor.name} /> },
  { key: 'nik', head: 'NIK', cell: row => <span className={styles.nik}>{row.survivor.maskedNik}</span> },
  { key: 'away', head: 'Data yang digabung', cell: row => <OneLine text={row.away.name} /> },
  { key: 'awayNik', head: 'NIK yang tidak dipakai', cell: row => <span className={styles.nik}>{row.otherNik}</span> },
  { key: 'at', head: 'Digabung', cell: row => `${row.by}, ${momentWords(row.at)}` },
]
