import { Box, Flex } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { PlanReading } from '../../../../shared/features/cohort/contract.ts'
import { type PlainDate, shortDate, weekdayName, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { classNames } from '../../../ui/page/class-names.ts'
import { Columns } from '../../../ui/page/columns.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { Rail } from '../../../ui/rail/rail.tsx'
import type { RailDay, RailGap } from '../../../ui/rail/rail-day.ts'
import { type Lane, RailLanes } from '../../../ui/rail/rail-lanes.tsx'
import { budgetYearSpans } from '../budget-year-spans.ts'
import { railGaps } from '../rail-days.ts'
import styles from './planner-days.module.css'

export interface LaneChoice {
  title: string
  /** The condition: 'kosong pada ke-15 hari'. */
  hint: ReactNode
  lanes: readonly Lane[]
  chosen: string | null
  /** Null clears the choice. */
  onChoose: (key: string | null) => void
  /** Shown without lanes: what is missing, and where to add it. */
  none: ReactNode
}

interface PlannerDaysProps {
  plan: PlanReading
  /** Hours of the curriculum to compare with; null while no program is chosen. */
  curriculumHours: number | null
  /** A newer plan is being calculated. */
  stale: boolean
  choices: readonly LaneChoice[]
}

/** The plan in a sentence, the rail, and below it the lanes of instructors and rooms. */
export function PlannerDays({ plan, curriculumHours, stale, choices }: PlannerDaysProps) {
  const days = plan.days.map(({ n, date }): RailDay => ({ n, date, state: 'planned' }))
  const gaps = railGaps(plan.skipped)
  const years = budgetYearSpans(plan.days)
  return (
    <Panel label="Hari pelatihan" flush>
      <div className={classNames(styles.head, years.length > 1 && styles.crossing, stale && styles.stale)}>
        <Flex wrap="wrap" align="baseline" justify="space-between" gap="0 1rem" pb="0.375rem">
          <div role="status">
            <Box component="h2" fz="1.1875rem" fw={600} lh="1.625rem">
              {formatDay(plan.start)} <span className={layout.aside}>s.d.</span> {formatDay(plan.end)}
            </Box>
          </div>
          <Box component="p" fz="0.875rem" lh="1.25rem">
            {years.length === 1 && `TA ${yearOf(plan.start)} · `}
            <b>{plan.days.length}</b> hari kerja · <b>{plan.totalHours}</b> JP
            {curriculumHours !== null && curriculumHours !== plan.totalHours && (
              <Box component="span" c="var(--warn)" fw={600}>
                {' '}
                · kurikulum {curriculumHours} JP
              </Box>
            )}
          </Box>
        </Flex>
        <Rail days={days} gaps={gaps} size="L" withSkipped {...(years.length > 1 && { spans: years })} />
      </div>
      {choices.map(({ title, hint, lanes, chosen, onChoose, none }) => (
        <section key={title} aria-label={title}>
          <Flex align="baseline" gap="0.625rem" p="0.5rem 1rem 0.375rem">
            <Box component="h3" fz="0.8125rem" fw={600} lh="1.125rem">
              {title}
            </Box>
            <span className={layout.detail}>{hint}</span>
            {chosen !== null && (
              <Box component="span" ms="auto">
                <LinkAction size="small" label={`Pilih nanti: ${title}`} onAction={() => onChoose(null)}>
                  Pilih nanti
                </LinkAction>
              </Box>
            )}
          </Flex>
          {lanes.length > 0 ? (
            <FoldedLanes {...{ days, gaps, lanes, title, chosen, onChoose }} />
          ) : (
            <Box component="p" p="0 1rem 0.75rem" c="var(--ink-2)" fz="0.8125rem" lh="1.125rem">
              {none}
            </Box>
          )}
        </section>
      ))}
    </Panel>
  )
}

interface FoldedLanesProps extends Pick<LaneChoice, 'lanes' | 'title' | 'chosen' | 'onChoose'> {
  days: RailDay[]
  gaps: RailGap[]
}

/** Available lanes first; unavailable ones are folded, or open when there are no others. */
function FoldedLanes({ days, gaps, lanes, title, chosen, onChoose }: FoldedLanesProps) {
  const [opened, setOpened] = useState(false)
  const refused = lanes.filter(lane => lane.refused === true && lane.key !== chosen)
  const folded = refused.length > 0 && refused.length < lanes.length
  const Sign = opened ? IconChevronUp : IconChevronDown
  const shown = folded && !opened ? lanes.filter(lane => !refused.includes(lane)) : lanes
  return (
    <>
      <RailLanes days={days} gaps={gaps} lanes={shown} label={title} chosen={chosen} onChoose={onChoose} />
      {folded && (
        <Box component="p" p="0 1rem 0.5rem" fz="0.8125rem">
          <LinkAction
            size="small"
            label={`${refused.length} lain ditolak: ${title}`}
            onAction={() => setOpened(!opened)}
          >
            {refused.length} lain ditolak <Sign size={14} aria-hidden style={{ verticalAlign: '-0.125rem' }} />
          </LinkAction>
        </Box>
      )}
    </>
  )
}

const cells = Array.from({ length: 15 }, (_, index) => index + 1)

/** Fifteen dashed cells while there is no valid date. */
export function NoDays({ children }: { children: ReactNode }) {
  return (
    <Panel label="Hari pelatihan">
      <Box component="p" pb="0.75rem" c="var(--ink-2)" fz="0.875rem" lh="1.25rem">
        {children}
      </Box>
      <Columns maw="54.375rem" widths="repeat(15, minmax(2.5rem, 3.125rem))" align="stretch" gap="0" aria-hidden>
        {cells.map(n => (
          <span key={n} className={styles.cell}>
            {n}
          </span>
        ))}
      </Columns>
    </Panel>
  )
}

/** 'Senin 16 Des 2024' */
function formatDay(date: PlainDate): string {
  return `${weekdayName(date)} ${shortDate(date)} ${yearOf(date)}`
}
