import { Flex } from '@mantine/core'
import { useRef } from 'react'
import type { ReportYear } from '../../../../shared/features/report/contract.ts'
import { yearPeriod } from '../../../../shared/features/report/period.ts'
import { rupiah } from '../../../../shared/kernel/money.ts'
import { type PlainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { behindFigure } from '../../../app/list/figure-path.ts'
import { withSearch } from '../../../app/list/with-search.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { Track } from '../../../ui/feedback/share-bar.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { MarkLink } from '../mark-link.tsx'
import { moneyPath } from '../report-paths.ts'
import { useMarks } from '../use-marks.ts'
import styles from './money-panel.module.css'
import { formatPercentShort, millions } from './year-format.ts'

/** Money spent against time elapsed, a bar for each source, with a line at today. Hidden for people who may not see money. */
export function MoneyPanel({ data, today }: { data: ReportYear; today: PlainDate }) {
  const marks = useRef<HTMLDivElement>(null)
  const onKeyDown = useMarks(marks, true)
  const { sources, money, elapsed, year } = data
  const isNow = yearOf(today) === year
  if (money === null) return null
  return (
    <Panel
      title="Serapan dana dan waktu"
      extra={
        <LinkAction size="small" path={withSearch(moneyPath, { tahun: year })}>
          Per kegiatan
        </LinkAction>
      }
    >
      {sources.length === 0 ? (
        <p className={layout.note}>Belum ada kegiatan {year}. Isi kegiatan dan pagunya di Kegiatan &amp; Dana.</p>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the marks, which are links
        <div ref={marks} onKeyDown={onKeyDown}>
          {isNow && (
            <p className={styles.today} style={{ width: `max(9rem, ${elapsed / 100}%)` }}>
              <span>hari ini · {formatPercentShort(elapsed)} tahun</span>
            </p>
          )}
          <Flex pos="relative" direction="column" gap="0.625rem" pt="0.375rem">
            {isNow && <span className={styles.todayLine} style={{ left: `${elapsed / 100}%` }} aria-hidden />}
            {sources.map(({ source, label, budget, spent, share }) => (
              <MarkLink
                key={source}
                mark={`dana ${source}`}
                path={behindFigure('spent', yearPeriod(year), { source: [source] }, `Realisasi ${label}`)}
                label={`${label} ${formatPercentShort(share)} ${millions(spent)} dari ${millions(budget)} · sisa ${millions(budget - spent)}`}
                className={styles.source}
              >
                <span className={styles.head}>
                  <b>{label}</b> <b className={styles.share}>{formatPercentShort(share)}</b>
                </span>{' '}
                <Track percent={(share ?? 0) / 100} h="0.875rem" />
                <span className={styles.words}>
                  {millions(spent)} dari {millions(budget)} · sisa <b>{millions(budget - spent)}</b>
                </span>
              </MarkLink>
            ))}
          </Flex>
          <p className={styles.all}>
            <b>Semua dana</b> <b>{formatPercentShort(money.share)}</b>
            <span>
              {rupiah(money.spent)} dari {rupiah(money.budget)}
            </span>
            <b>sisa {rupiah(money.budget - money.spent)}</b>
          </p>
        </div>
      )}
    </Panel>
  )
}
