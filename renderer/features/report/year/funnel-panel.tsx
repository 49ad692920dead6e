import { Box, Flex } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import type { ReportYear } from '../../../../shared/features/report/contract.ts'
import type { MeasureKey } from '../../../../shared/features/report/measure.ts'
import { yearPeriod } from '../../../../shared/features/report/period.ts'
import { percentOf } from '../../../../shared/features/report/report.ts'
import { rupiahDigits } from '../../../../shared/kernel/money.ts'
import { behindFigure } from '../../../app/list/figure-path.ts'
import { Joined } from '../../../ui/page/joined.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { MarkLink } from '../mark-link.tsx'
import { useMarks } from '../use-marks.ts'
import styles from './funnel-panel.module.css'
import { formatPercentShort } from './year-format.ts'

type Step = {
  measure: MeasureKey
  label: string
  figure: number
  why: ReactNode
  parts: { width: number; kind: 'full' | 'part' | 'open' }[]
}

/** From applicants to people at work, on one scale. */
export function FunnelPanel({ data }: { data: ReportYear }) {
  const marks = useRef<HTMLUListElement>(null)
  const onKeyDown = useMarks(marks, true)
  const period = yearPeriod(data.year)
  const steps = stepsOf(data)
  return (
    <Panel title="Dari pendaftar sampai bekerja">
      <ul ref={marks} className={styles.funnel} onKeyDown={onKeyDown}>
        {steps.map(({ measure, label, figure, why, parts }) => (
          <li key={measure}>
            <MarkLink
              mark={`corong ${measure}`}
              path={behindFigure(measure, period, {}, `${figure} ${label.toLowerCase()}`)}
              label={`${label} ${rupiahDigits(figure)}`}
              className={styles.step}
            >
              <Box component="span" fz="0.8125rem" fw={600}>
                {label}
              </Box>{' '}
              <span className={styles.figure}>{rupiahDigits(figure)}</span>{' '}
              <Flex component="span" h="1.125rem">
                {parts.map(part => (
                  <span key={part.kind} className={styles[part.kind]} style={{ width: `${part.width}%` }} />
                ))}
              </Flex>
            </MarkLink>
            <p className={styles.why}>{why}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function stepsOf(data: ReportYear): Step[] {
  /** A figure in a reason, with its own list. */
  const part = (measure: MeasureKey, words: string, filters = {}) => (
    <MarkLink
      key={words}
      mark={`sebab ${words}`}
      path={behindFigure(measure, yearPeriod(data.year), filters, words)}
      label={words}
      className={layout.bareLink}
    >
      {words}
    </MarkLink>
  )
  const {
    applicants,
    participants,
    graduates,
    failed,
    withdrawn,
    expelled,
    running,
    employed,
    selfEmployed,
    askable,
    reached,
  } = data
  const widest = Math.max(applicants, participants, graduates, 1)
  const width = (figure: number) => (100 * Math.max(0, figure)) / widest
  const full = (figure: number): Step['parts'] => [{ width: width(figure), kind: 'full' }]
  const working = employed + selfEmployed
  const left = withdrawn + expelled
  return [
    {
      measure: 'applicants',
      label: 'Pendaftar',
      figure: applicants,
      why:
        applicants > participants
          ? `${rupiahDigits(applicants - participants)} tidak menjadi peserta`
          : 'pendaftaran yang dicatat',
      parts: full(applicants),
    },
    {
      measure: 'participants',
      label: 'Peserta',
      figure: participants,
      why: (
        <Joined
          parts={[
            applicants >= participants &&
              applicants > 0 &&
              `${formatPercentShort(percentOf(participants, applicants), 0)} pendaftar`,
            `${data.villagesReached} kelurahan`,
            running > 0 && part('running', `${running} berjalan`),
          ]}
        />
      ),
      parts: full(participants),
    },
    {
      measure: 'graduates',
      label: 'Lulus',
      figure: graduates,
      why: (
        <Joined
          parts={[
            part('failed', `${failed} tidak lulus`),
            part('participants', `${left} mundur`, { outcome: ['withdrawn', 'expelled'] }),
          ]}
        />
      ),
      parts: full(graduates),
    },
    {
      measure: 'working',
      label: 'Bekerja',
      figure: working,
      why: (
        <>
          {formatPercentShort(data.workingShare, 0)} dari {part('askable', `${askable} lulusan`)} ·{' '}
          {part('reached', `${reached} terjangkau`)}
        </>
      ),
      parts: [
        { width: width(working), kind: 'full' },
        { width: width(askable - working), kind: 'part' },
        { width: width(graduates - askable), kind: 'open' },
      ],
    },
  ]
}
