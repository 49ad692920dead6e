import { useState } from 'react'
import type { MergeRow } from '../../../../shared/features/duplicate/contract.ts'
import type { MergeId } from '../../../../shared/ids.ts'
import { api, useCommand, useRead } from '../../../app/client.ts'
import { ListPanel } from '../../../app/list/list-panel.tsx'
import { type Action, useActions } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { StickyBar } from '../../../ui/form/sticky-bar.tsx'
import layout from '../../../ui/page/layout.module.css'
import { formatMoment } from '../../../ui/page/moment-format.ts'
import { OneLine } from '../../../ui/page/one-line.tsx'
import type { DataColumn } from '../../../ui/table/data-table.tsx'

/** Merged people, newest first; each merge can be undone. */
export function MergedList({ fits }: { fits: (...names: string[]) => boolean }) {
  const merges = useRead(api.duplicate.merges, { limit: 1000, offset: 0 })
  const [chosen, setChosen] = useState<MergeId | null>(null)
  const split = useCommand(api.duplicate.split, { done: () => 'Dipisahkan lagi: keduanya seperti semula.' })
  const rows = (merges.data ?? []).filter(row => fits(row.survivor.name, row.away.name))
  const current = rows.find(row => row.id === chosen) ?? rows[0]
  const part: Action = {
    label: 'Pisahkan lagi',
    keys: 'P',
    run: () => current && split.run({ mergeId: current.id }),
  }
  useActions([part])

  return (
    <>
      <ErrorNote error={split.error} />
      <ListPanel
        name="Sudah digabung"
        query={merges}
        bars={12}
        label={`Sudah digabung, ${rows.length} orang`}
        rows={rows}
        columns={columns}
        rowKey={row => row.id}
        rowLabel={row => row.survivor.name}
        current={current?.id ?? null}
        onCurrent={row => setChosen(row.id)}
        empty={{ title: 'Belum ada yang digabung.' }}
      />
      {current && (
        <StickyBar
          label="Tindakan untuk baris ini"
          note={`${current.survivor.name} menjadi dua data lagi, seperti sebelum digabung.`}
        >
          <ActionButton action={part} />
        </StickyBar>
      )}
    </>
  )
}

const columns: DataColumn<MergeRow>[] = [
  { head: 'Nama', names: true, cell: row => <OneLine text={row.survivor.name} />, sort: row => row.survivor.name },
  { head: 'NIK', cell: row => <span className={layout.digits}>{row.survivor.maskedNik}</span> },
  { head: 'Data yang digabung', cell: row => <OneLine text={row.away.name} />, sort: row => row.away.name },
  { head: 'NIK yang tidak dipakai', cell: row => <span className={layout.digits}>{row.otherNik}</span> },
  { head: 'Digabung', cell: row => `${row.by}, ${formatMoment(row.at)}`, sort: row => row.at },
]
