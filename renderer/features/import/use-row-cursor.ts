import { useEffect, useMemo, useRef, useState } from 'react'
import { mustDecide } from '../../../shared/features/import/import-row.ts'
import { filterRows, type RowFilter } from './row-filter.ts'
import type { ImportFile } from './use-import.ts'

/** Which rows of the file are shown, which of them is current, and where the focus goes. */
export function useRowCursor({ rows, spoilt }: ImportFile['reading']) {
  const [filter, setFilter] = useState<RowFilter>(() => (rows.some(mustDecide) ? 'decide' : 'all'))
  const [text, setText] = useState('')
  const [chosen, choose] = useState<number | null>(null)
  /** Of the list and the pane beside it. */
  const place = useRef<HTMLDivElement>(null)
  /** Where the focus goes after the rows are drawn. */
  const [goal, setGoal] = useState<{ at: 'list' | 'nik' } | null>(null)
  useEffect(() => {
    if (goal === null) return
    const list = place.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')
    const nik = goal.at === 'nik' && place.current?.querySelector<HTMLElement>('form input')
    ;(nik || list)?.focus()
  }, [goal])
  const shown = useMemo(() => filterRows(rows, filter, text, spoilt !== null), [rows, filter, text, spoilt])
  const current = shown.find(row => row.row === chosen) ?? shown[0]
  const focus = (at: 'list' | 'nik') => setGoal({ at })
  function show(next: RowFilter, row: number | null, at: 'list' | 'nik' = 'list') {
    setFilter(next)
    choose(row)
    focus(at)
  }
  function step(by: 1 | -1) {
    const to = current && shown[shown.indexOf(current) + by]
    if (!to) return
    choose(to.row)
    focus('nik')
  }
  return { filter, setFilter, text, setText, shown, current, choose, place, focus, show, step }
}
