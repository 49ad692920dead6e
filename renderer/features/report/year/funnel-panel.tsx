import { Box, Flex } from '@mantine/core'
import { useRef } from 'react'
import type { ReportYear } from '../../../../shared/features/report/contract.ts'
import type { MeasureKey } from '../../../../shared/features/report/measure.ts'
import { yearPeriod } from '../../../../shared/features/report/period.ts'
import { percentOf } from '../../../../shared/features/report/report.ts'
import { rupiahDigits } from '../../../../shared/kernel/money.ts'
import { Panel } from '../../../ui/page/panel.tsx'
import { MarkLink } from '../mark-link.tsx'
import { behindFigure } from '../report-paths.ts'
import { useMarks } from '../use-marks.ts'
import styles from './funnel-panel.module.css'
import { formatPercentShort } from './year-format.ts'

type Step = {
  measure: MeasureKey
  label: string
  figure: number
  why: string
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
              label={`${label} ${rupiahDigits(figure)} ${why}`}
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
              <span className={styles.why}>{why}</span>
            </MarkLink>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function stepsOf(data: ReportYear): Step[] {
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
      why: [
        applicants >= participants &&
          applicants > 0 &&
          `${formatPercentShort(percentOf(participants, applicants), 0)} pendaftar`,
        `${data.villagesReached} kelurahan`,
        running > 0 && `${running} berjalan`,
      ]
        .filter(Boolean)
        .join(' · '),
      parts: full(participants),
    },
    {
      measure: 'graduates',
      label: 'Lulus',
      figure: graduates,
      why: `${failed} tidak lulus · ${left} mundur`,
      parts: full(graduates),
    },
    {
      measure: 'working',
      label: 'Bekerja',
      figure: working,
      why: `${formatPercentShort(data.workingShare, 0)} dari ${askable} lulusan · ${reached} terjangkau`,
      parts: [
        { width: width(working), kind: 'full' },
        { width: width(askable - working), kind: 'part' },
        { width: width(graduates - askable), kind: 'open' },
      ],
    },
  ]
}
