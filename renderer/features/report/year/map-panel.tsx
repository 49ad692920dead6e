import { Flex } from '@mantine/core'
import { useRef } from 'react'
import type { DistrictYear, ReportYear } from '../../../../shared/features/report/contract.ts'
import { yearPeriod } from '../../../../shared/features/report/period.ts'
import { behindFigure } from '../../../app/list/figure-path.ts'
import { CutList } from '../../../ui/page/cut-list.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { MarkLink } from '../mark-link.tsx'
import { useMarks } from '../use-marks.ts'
import styles from './map-panel.module.css'

/** Kecamatan from north to south; those of other cities follow in their own order. */
const bands = [
  ['Periuk', 'Neglasari', 'Batuceper', 'Benda'],
  ['Jatiuwung', 'Cibodas', 'Karawaci', 'Tangerang'],
  ['Cipondoh', 'Pinang', 'Karang Tengah', 'Ciledug', 'Larangan'],
]

/** Who left a class is not counted, as on the board of the kelurahan. */
const remaining = { outcome: ['passed', 'failed', 'running'] }

/** The kelurahan of the city as tiles, two rows for each kecamatan; letters jump to one. */
export function MapPanel({ data }: { data: ReportYear }) {
  const marks = useRef<HTMLDivElement>(null)
  const onKeyDown = useMarks(marks, true)
  const typed = useRef({ text: '', at: 0 })
  const villages = data.districts.flatMap(district => district.villages)
  const empty = villages.filter(village => village.people === 0)
  const known = new Set(bands.flat())
  const rest = data.districts.filter(district => !known.has(district.name))
  const rows = [
    ...bands.map(names => names.flatMap(name => data.districts.filter(one => one.name === name))),
    ...inFours(rest),
  ]

  function jump(event: React.KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[a-z ]$/i.test(event.key)) return
    const now = Date.now()
    typed.current = { text: now - typed.current.at > 1000 ? event.key : typed.current.text + event.key, at: now }
    const wanted = typed.current.text.toLowerCase()
    const tiles = [...(marks.current?.querySelectorAll<HTMLElement>('[data-mark^=kelurahan]') ?? [])]
    const found = tiles.find(tile => tile.getAttribute('aria-label')?.toLowerCase().startsWith(wanted))
    if (!found) return
    for (const tile of tiles) tile.tabIndex = tile === found ? 0 : -1
    found.focus()
  }

  return (
    <Panel
      title="Peserta per kelurahan"
      facts={`${villages.length} kelurahan, tanpa yang keluar${data.elsewhere > 0 ? `, ${data.elsewhere} dari tempat lain` : ''}`}
      extra={<Legend />}
    >
      {/* Arrows and letters move between the tiles, which are links. */}
      <Flex
        direction="column"
        gap="0.625rem"
        ref={marks}
        onKeyDown={event => {
          onKeyDown(event)
          jump(event)
        }}
      >
        {rows.map(row => (
          <Flex wrap="wrap" justify="center" gap="0.5rem 1.25rem" key={row.map(one => one.code).join()}>
            {row.map(district => (
              <District key={district.code} district={district} year={data.year} />
            ))}
          </Flex>
        ))}
      </Flex>
      <p className={styles.foot}>
        {empty.length === 0 ? (
          <b>Semua kelurahan punya peserta.</b>
        ) : (
          <>
            <b>{empty.length} masih kosong</b>
            <CutList
              most={6}
              between=""
              items={empty.map(village => (
                <span key={village.code} className={styles.empty}>
                  {village.name}
                </span>
              ))}
            />
          </>
        )}
      </p>
    </Panel>
  )
}

function District({ district, year }: { district: DistrictYear; year: number }) {
  const half = Math.ceil(district.villages.length / 2)
  return (
    <div>
      <p className={styles.name}>
        <b>{district.name}</b>{' '}
        <MarkLink
          mark={`kecamatan ${district.code}`}
          path={behindFigure(
            'participants',
            yearPeriod(year),
            { district: [district.code], ...remaining },
            `Peserta Kec. ${district.name}`,
          )}
          label={`Kecamatan ${district.name}: ${district.people} peserta`}
          className={layout.bareLink}
        >
          {district.people}
        </MarkLink>
      </p>
      <div className={styles.tiles} style={{ gridTemplateColumns: `repeat(${half}, 1.5rem)` }}>
        {district.villages.map(village => (
          <MarkLink
            key={village.code}
            mark={`kelurahan ${village.code}`}
            path={behindFigure(
              'participants',
              yearPeriod(year),
              { village: [village.code], ...remaining },
              `Peserta Kel. ${village.name}`,
            )}
            label={`${village.name}, Kec. ${district.name}: ${village.people} peserta, ${village.graduates} lulus`}
            className={styles.tile}
          >
            <span data-step={stepOf(village.people)} className={styles.face}>
              {village.people}
            </span>
          </MarkLink>
        ))}
      </div>
    </div>
  )
}

function Legend() {
  return (
    <ul className={layout.legend} aria-hidden>
      {[
        ['0', 'belum ada'],
        ['1', '1–2'],
        ['2', '3–4'],
        ['3', '5–6'],
        ['4', '7+ orang'],
      ].map(([step, words]) => (
        <li key={step}>
          <i data-step={step} className={styles.face} /> {words}
        </li>
      ))}
    </ul>
  )
}

function stepOf(people: number): number {
  return people === 0 ? 0 : people <= 2 ? 1 : people <= 4 ? 2 : people <= 6 ? 3 : 4
}

function inFours<Row>(rows: readonly Row[]): Row[][] {
  return rows.length === 0 ? [] : [rows.slice(0, 4), ...inFours(rows.slice(4))]
}
