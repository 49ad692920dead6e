import { Box } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { AttendanceGrid } from '../../../shared/features/attendance/contract.ts'
import type { Graduation, GraduationRow } from '../../../shared/features/graduation/contract.ts'
import { capital } from '../../../shared/kernel/capital.ts'
import { hundredths } from '../../../shared/kernel/number-format.ts'
import { Badge } from '../../ui/feedback/badge.tsx'
import { SwitchBar } from '../../ui/form/switch-bar.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { AttendanceBar } from './attendance-bar.tsx'
import { OverrideLine } from './override-line.tsx'
import { differs, type Override, type Overrides, outcomeName, outcomeOf, type PanelGroups } from './panel-outcome.ts'
import styles from './panel-rows.module.css'
import { formatPassing, formatRow } from './row-format.ts'

interface PanelRowsProps {
  graduation: Graduation
  groups: PanelGroups
  attendance: AttendanceGrid
  overrides: Overrides
  current: number | null
  /** The person whose reason is being typed, with the decision. */
  editing: { enrolmentId: number; decision: Override['decision'] } | null
  /** The panel has decided; nothing can be changed. */
  fixed: boolean
  onCurrent: (row: GraduationRow) => void
  onDecide: (row: GraduationRow, decision: Override['decision']) => void
  onReason: (row: GraduationRow, reason: string) => void
  onCancel: () => void
}

/** People to discuss with their reasons, then a short row for each who meets all rules. */
export function PanelRows(props: PanelRowsProps) {
  const { discussed, incomplete, passing } = props.groups
  const place = useRef<HTMLDivElement>(null)
  // Starts on the first person to discuss.
  useEffect(() => place.current?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true }), [])
  return (
    <div ref={place} className={layout.stack} data-panel-rows>
      {discussed.length > 0 && <Group {...props} title="Perlu dibahas" rows={discussed} heads />}
      {incomplete.length > 0 && (
        <Group {...props} title="Belum lengkap" rows={incomplete} heads={discussed.length === 0} thin />
      )}
      {passing.length > 0 && <Group {...props} title="Memenuhi semua syarat" rows={passing} thin />}
    </div>
  )
}

interface GroupProps extends PanelRowsProps {
  title: string
  rows: readonly GraduationRow[]
  heads?: boolean
  thin?: boolean
}

function Group({ title, rows, heads = false, thin = false, ...props }: GroupProps) {
  const name = `${title} · ${rows.length} orang`
  return (
    <Panel flush label={name}>
      <table className={classNames(styles.table, thin && styles.thin)}>
        <colgroup>
          {widths.map(({ key, width }) => (
            <col key={key} className={key === 'bar' ? styles.bars : undefined} style={width ? { width } : {}} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={styles.end}>
              No
            </th>
            <th scope="col" colSpan={heads ? 1 : 6}>
              {name}
            </th>
            {!heads && <td className={styles.bars} />}
            {heads && (
              <>
                <th scope="col" className={styles.bars}>
                  Kehadiran
                </th>
                <th scope="col" className={styles.end}>
                  Hadir
                </th>
                <th scope="col" className={styles.end}>
                  Nilai
                </th>
                <th scope="col" className={styles.end}>
                  Unit K
                </th>
                <th scope="col">Alasan, dan apa yang mengubahnya</th>
                <th scope="col" className={styles.end}>
                  Keputusan
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Person key={row.enrolmentId} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

const widths = [
  { key: 'no', width: '3.25rem' },
  { key: 'name', width: '12rem' },
  { key: 'bar', width: '9.25rem' },
  { key: 'present', width: '3.5rem' },
  { key: 'final', width: '4.25rem' },
  { key: 'units', width: '4.25rem' },
  { key: 'reason', width: null },
  { key: 'decision', width: '11.5rem' },
]

function Person({ row, ...props }: { row: GraduationRow } & Omit<PanelRowsProps, 'groups'>) {
  const { graduation, overrides, current, editing, onCurrent } = props
  const element = useRef<HTMLTableRowElement>(null)
  const here = current === row.enrolmentId
  const open = editing?.enrolmentId === row.enrolmentId ? editing : null
  const { needed, gone, failed } = measures(row, graduation)
  useEffect(() => {
    if (!here || open) return
    element.current?.scrollIntoView({ block: 'nearest' })
    // Focuses the current row, also when its reason was saved, unless the focus is on a button elsewhere.
    const at = document.activeElement
    if (at === null || at === document.body || at.closest('[data-panel-rows]')) element.current?.focus()
  }, [here, open])

  return (
    <>
      <tr
        ref={element}
        className={classNames(styles.row, here && styles.current, open && styles.open)}
        aria-current={here || undefined}
        tabIndex={here ? 0 : -1}
        onClick={() => onCurrent(row)}
      >
        <td className={styles.number}>{row.position}</td>
        <th scope="row" className={styles.name}>
          {row.name}
        </th>
        <td className={styles.bars}>
          <AttendanceBar
            present={row.present}
            planned={row.planned}
            needed={needed}
            tone={gone ? 'gone' : failed('attendance') ? 'short' : 'enough'}
          />
        </td>
        <td className={classNames(styles.figure, failed('attendance') && styles.failed)}>{row.present}</td>
        <td className={classNames(styles.figure, failed('score') && styles.failed)}>
          {row.final === null || gone ? '–' : hundredths(row.final)}
        </td>
        <td className={classNames(styles.figure, failed('unit') && styles.failed)}>
          {gone ? '–' : `${row.unitsAchieved}/${row.unitsTotal}`}
        </td>
        <td>
          <Reasons row={row} {...props} />
        </td>
        <td className={styles.end}>
          <Decision row={row} here={here} {...props} />
        </td>
      </tr>
      {open && (
        <tr className={classNames(styles.current, styles.override)}>
          <td />
          <td className={styles.bars} />
          <td colSpan={6}>
            <OverrideLine
              name={row.name}
              decision={open.decision}
              first={overrides.get(row.enrolmentId)?.reason ?? ''}
              onSave={reason => props.onReason(row, reason)}
              onCancel={props.onCancel}
            />
          </td>
        </tr>
      )}
    </>
  )
}

type PersonProps = { row: GraduationRow } & Omit<PanelRowsProps, 'groups'>

function Reasons({ row, graduation, attendance, overrides }: PersonProps) {
  if (row.proposal === 'passed' && !differs(row, overrides))
    return <span className={styles.detail}>{formatPassing(row, graduation.rules)}</span>
  const own = attendance.rows.find(one => one.enrolmentId === row.enrolmentId)
  const { title, detail } = formatRow(row, own, attendance.days)
  const reason = row.decision ? row.overrideReason : (overrides.get(row.enrolmentId)?.reason ?? '')
  if (row.proposal === 'incomplete')
    return (
      <Box component="span" display="block" py="0.25rem" c="var(--ink-2)" fz="0.75rem">
        {title}
      </Box>
    )
  const quiet = row.proposal !== 'failed'
  return (
    <>
      <span className={classNames(styles.title, quiet && styles.quiet)}>{title}</span>
      <span className={styles.detail}>{detail}</span>
      {differs(row, overrides) && (
        <span className={styles.differs}>
          <Badge tone="warn">beda dari usul</Badge> {reason}
        </span>
      )}
    </>
  )
}

function Decision({ row, here, fixed, overrides, onDecide }: PersonProps & { here: boolean }) {
  const outcome = outcomeOf(row, overrides)
  const choosable = !fixed && (row.proposal === 'passed' || row.proposal === 'failed')
  const thin = row.proposal === 'passed' && !differs(row, overrides)
  if (!choosable || (thin && !here)) {
    if (outcome === 'passed') return <b className={layout.ok}>Lulus</b>
    if (outcome === 'failed')
      return (
        <Box component="b" c="var(--rejected)">
          Tidak lulus
        </Box>
      )
    return <Badge>{capital(outcomeName(outcome))}</Badge>
  }
  return (
    <SwitchBar
      label={`Keputusan ${row.name}`}
      size="small"
      options={[
        { value: 'passed', label: 'Lulus' },
        { value: 'failed', label: 'Tidak lulus', tone: 'rejected' },
      ]}
      value={outcome === 'passed' ? 'passed' : 'failed'}
      onChange={decision => onDecide(row, decision)}
    />
  )
}

function measures(row: GraduationRow, { rules }: Graduation) {
  return {
    needed: rules.daysNeeded,
    gone: row.proposal === 'withdrawn' || row.proposal === 'expelled',
    failed: (rule: string) => row.reasons.some(reason => reason.rule === rule),
  }
}
