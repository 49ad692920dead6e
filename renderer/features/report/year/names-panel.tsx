import { useRef } from 'react'
import type { ReportYear } from '../../../../shared/features/report/contract.ts'
import { yearPeriod } from '../../../../shared/features/report/period.ts'
import { behindFigure } from '../../../app/list/figure-path.ts'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { MarkLink } from '../mark-link.tsx'
import { useMarks } from '../use-marks.ts'
import styles from './names-panel.module.css'

/** The kelurahan of the map by name, largest first; only shown on wide screens. */
export function NamesPanel({ data }: { data: ReportYear }) {
  const marks = useRef<HTMLDListElement>(null)
  const onKeyDown = useMarks(marks, true)
  const villages = data.districts.flatMap(district => district.villages).filter(village => village.people > 0)
  const counts = [...Map.groupBy(villages, village => village.people)].toSorted(([a], [b]) => b - a)
  return (
    <Panel title="Kelurahan menurut jumlah peserta" facts={`${villages.length} dengan peserta`}>
      <dl ref={marks} className={styles.counts} onKeyDown={onKeyDown}>
        {counts.map(([people, own]) => (
          <div key={people}>
            <dt>{people}</dt>
            <dd>
              {own.map(({ code, name, graduates }) => (
                <MarkLink
                  key={code}
                  mark={`nama ${code}`}
                  path={behindFigure(
                    'participants',
                    yearPeriod(data.year),
                    { village: [code] },
                    `Peserta Kel. ${name}`,
                  )}
                  label={`Kel. ${name}: ${people} peserta, ${graduates} lulus`}
                  className={layout.bareLink}
                >
                  {name}
                </MarkLink>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
