// biome-ignore-all lint/a11y/useSemanticElements: a tree of rows, which no table can be
// biome-ignore-all lint/a11y/useFocusableInteractive: rows take the focus, their cells do not
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the list hears the keys of all its rows
import { Checkbox, Flex } from '@mantine/core'
import { IconCheck, IconChevronDown, IconChevronRight, IconCircleCheck } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { FiledKey } from '../../../shared/facts/paper-key.ts'
import type { PaperStage } from '../../../shared/features/paper/paper-stage.ts'
import { Track } from '../../ui/feedback/share-bar.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import styles from './folder-list.module.css'
import type { Dot } from './next-paper-act.ts'
import type { StageGroup, StandingRow } from './paper-states.ts'

interface FolderListProps {
  groups: readonly StageGroup[]
  opened: ReadonlySet<PaperStage>
  onOpened: (stage: PaperStage, open: boolean) => void
  fact: (group: StageGroup) => { text: string; now: boolean }
  current: string | null
  onCurrent: (key: string) => void
  selected: ReadonlySet<FiledKey>
  onSelected: (keys: ReadonlySet<FiledKey>) => void
  onAct: (row: StandingRow) => void
  /** Key → on a paper. */
  onShow: () => void
  /** Key Esc when nothing is selected. */
  onLeave: () => void
}

type Line = { key: string; group: StageGroup; paper: StandingRow | null }

const dotHeads = ['dibuat', 'dicetak', 'scan', 'diperiksa'] as const
const dotLabels: Record<Dot, string> = {
  done: 'sudah',
  next: 'berikutnya',
  later: 'belum',
  none: 'tidak perlu',
  changed: 'berubah sejak dicetak',
}

/** The papers of a class in six foldable stages; one Tab stop, arrows between rows. */
export function FolderList(props: FolderListProps) {
  const { groups, opened, current, selected, onSelected } = props
  const root = useRef<HTMLDivElement>(null)
  const lines = groups.flatMap((group): Line[] => [
    { key: `stage-${group.stage}`, group, paper: null },
    ...(opened.has(group.stage) ? group.rows.map(paper => ({ key: paper.row.key, group, paper })) : []),
  ])
  const found = lines.findIndex(line => line.key === current)
  // When the current row is filtered out, the first paper shown becomes current.
  const at = Math.max(0, found >= 0 ? found : lines.findIndex(line => line.paper !== null))

  // The list has the focus from the beginning; the row that it begins on is chosen by the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list appears
  useEffect(() => focusLine(at), [])

  function focusLine(index: number) {
    const line = lines[Math.max(0, Math.min(lines.length - 1, index))]
    if (!line) return
    props.onCurrent(line.key)
    root.current?.querySelector<HTMLElement>(`[data-key="${line.key}"]`)?.focus()
  }
  function toggle(key: FiledKey, on = !selected.has(key)) {
    const next = new Set(selected)
    if (on) next.add(key)
    else next.delete(key)
    onSelected(next)
  }
  function press(event: KeyboardEvent<HTMLElement>) {
    const line = lines[at]
    if (!line || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return
    const stage = line.group.stage
    const open = opened.has(stage)
    const heard = hear()
    if (heard) event.preventDefault()

    function hear(): boolean {
      if (!line) return false
      if (event.ctrlKey) {
        if (event.key.toLowerCase() !== 'a') return false
        onSelected(new Set(groups.flatMap(group => group.rows.map(one => one.row.key))))
        return true
      }
      switch (event.key) {
        case 'ArrowDown':
        case 'ArrowUp': {
          const next = at + (event.key === 'ArrowDown' ? 1 : -1)
          const to = lines[next]
          if (event.shiftKey && line.paper && to?.paper)
            onSelected(new Set([...selected, line.paper.row.key, to.paper.row.key]))
          focusLine(next)
          return true
        }
        case 'Home':
          focusLine(0)
          return true
        case 'End':
          focusLine(lines.length - 1)
          return true
        case 'ArrowRight':
          if (line.paper) props.onShow()
          else if (!open) props.onOpened(stage, true)
          else focusLine(at + 1)
          return true
        case 'ArrowLeft':
          if (line.paper) focusLine(lines.findIndex(one => one.group === line.group))
          else props.onOpened(stage, false)
          return true
        case ' ':
          if (line.paper) toggle(line.paper.row.key)
          else props.onOpened(stage, !open)
          return true
        case 'Enter':
          if (line.paper) props.onAct(line.paper)
          else props.onOpened(stage, !open)
          return true
        case 'Escape':
          if (selected.size > 0) onSelected(new Set())
          else props.onLeave()
          return true
        default:
          return false
      }
    }
  }

  return (
    <div
      ref={root}
      role="treegrid"
      className={styles.list}
      aria-label="Berkas kelas"
      aria-multiselectable
      onKeyDown={press}
    >
      {lines.map((line, index) =>
        line.paper ? (
          <PaperLineRow
            key={line.key}
            paper={line.paper}
            at={index}
            current={index === at}
            selected={selected.has(line.paper.row.key)}
            onSelect={() => line.paper && toggle(line.paper.row.key)}
            onCurrent={() => props.onCurrent(line.key)}
            onAct={() => line.paper && props.onAct(line.paper)}
          />
        ) : (
          <StageRow
            key={line.key}
            group={line.group}
            at={index}
            open={opened.has(line.group.stage)}
            current={index === at}
            fact={props.fact(line.group)}
            onCurrent={() => props.onCurrent(line.key)}
            onToggle={() => props.onOpened(line.group.stage, !opened.has(line.group.stage))}
          />
        ),
      )}
    </div>
  )
}

interface StageRowProps {
  group: StageGroup
  at: number
  open: boolean
  current: boolean
  fact: { text: string; now: boolean }
  onCurrent: () => void
  onToggle: () => void
}

function StageRow({ group, at, open, current, fact, onCurrent, onToggle }: StageRowProps) {
  const { stage, label, rows, done } = group
  const complete = done === rows.length
  return (
    <div
      role="row"
      tabIndex={current ? 0 : -1}
      aria-level={1}
      aria-expanded={open}
      className={styles.stage}
      data-row={at}
      data-key={`stage-${stage}`}
      onFocus={onCurrent}
      onClick={onToggle}
    >
      <Flex component="span" align="center" fw={600} gap="0.375rem" role="gridcell">
        {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
        {label}
      </Flex>
      <span role="gridcell" className={styles.progress}>
        <Track percent={(done / rows.length) * 100} w="4.5rem" h="0.375rem" />
        <b className={classNames(complete && layout.ok)}>
          {done}/{rows.length}
        </b>
      </span>
      <span role="gridcell" className={styles.fact}>
        <span className={classNames(fact.now && styles.now)}>{fact.text}</span>
      </span>
      {open ? (
        <span role="gridcell" className={styles.heads} aria-hidden>
          {dotHeads.map(head => (
            <span key={head}>{head}</span>
          ))}
        </span>
      ) : (
        <Flex component="span" justify="flex-end" role="gridcell">
          {complete && <IconCircleCheck size={17} className={layout.ok} role="img" aria-label="lengkap" />}
        </Flex>
      )}
    </div>
  )
}

interface PaperLineRowProps {
  paper: StandingRow
  at: number
  current: boolean
  selected: boolean
  onSelect: () => void
  onCurrent: () => void
  onAct: () => void
}

function PaperLineRow({ paper, at, current, selected, onSelect, onCurrent, onAct }: PaperLineRowProps) {
  const { row, standing } = paper
  const { act, dots, complete } = standing
  return (
    <div
      role="row"
      tabIndex={current ? 0 : -1}
      aria-level={2}
      aria-selected={selected}
      className={classNames(styles.paper, complete && styles.complete)}
      data-row={at}
      data-key={row.key}
      onFocus={onCurrent}
    >
      <span role="gridcell">
        <Checkbox size="xs" tabIndex={-1} aria-label={`Pilih ${row.title}`} checked={selected} onChange={onSelect} />
      </span>
      <span role="gridcell" className={classNames(styles.name, layout.cut)}>
        {row.title} <span className={styles.note}>{noteOf(paper)}</span>
      </span>
      {dots.map((dot, index) => (
        <Flex component="span" justify="center" key={dotHeads[index]} role="gridcell">
          <span className={classNames(styles.dot, styles[dot])} aria-hidden>
            {dot === 'done' && <IconCheck size={10} stroke={3} />}
            {dot === 'changed' && '!'}
            {dot === 'none' && '–'}
          </span>
          <span className={layout.unseen}>
            {dotHeads[index]}: {dotLabels[dot]}
          </span>
        </Flex>
      ))}
      <span role="gridcell" className={styles.act}>
        {act.kind === 'none' ? (
          <IconCircleCheck size={16} className={layout.ok} role="img" aria-label="lengkap" />
        ) : act.kind === 'wait' ? (
          <span className={classNames(styles.note, layout.cut)}>{act.label}</span>
        ) : (
          <button type="button" tabIndex={-1} className={styles.do} onClick={onAct}>
            {act.label}
            <span className={layout.unseen}>: {row.title}</span>
          </button>
        )}
      </span>
    </div>
  )
}

function noteOf({ row }: StandingRow): string {
  if (row.verdict?.verdict === 'RETURNED') return `dikembalikan: ${row.verdict.note}`
  if (row.sheets && row.sheets.of > 1) return `${row.sheets.back} dari ${row.sheets.of} lembar kembali`
  return row.printed && row.printed.changed.length > 0 ? 'berubah sejak dicetak' : ''
}
