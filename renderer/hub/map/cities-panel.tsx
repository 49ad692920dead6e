import { useState } from 'react'
import { fewestBeyond, type Guarded, type Summary } from '../../../shared/features/hub/hub-contract.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from '../hub.module.css'
import { people } from '../hub-client.ts'
import mapStyles from './city-map.module.css'
import { type City, CityMap, useShapes } from './city-map.tsx'
import { VillageMap } from './village-map.tsx'

/** Graduates by city, darker for more; the table beside shows the same. Pressing a city opens its kelurahan. */
export function CitiesPanel({ summary, chosen }: { summary: Summary; chosen: string | null }) {
  const [opened, setOpened] = useState<City | null>(null)
  const cities = [...Map.groupBy(summary.centres, centre => centre.regency)].map(([regency, centres]) => ({
    regency,
    city: centres[0]?.city ?? regency,
    graduates: centres.some(centre => centre.graduates === null)
      ? null
      : centres.reduce((sum, centre) => sum + (centre.graduates ?? 0), 0),
  }))
  const map = useShapes(cities)
  const steps = stepsOf(cities)
  const heat = (graduates: Guarded) => 1 + steps.filter(step => (graduates ?? 0) >= step).length
  const shown = opened ?? (cities.length === 1 ? cities[0] : undefined)
  if (shown)
    return (
      <Panel
        title="Peserta per kelurahan"
        facts={shown.city}
        extra={cities.length > 1 && <LinkAction onAction={() => setOpened(null)}>Semua kota</LinkAction>}
      >
        <VillageMap year={summary.year} regency={shown.regency} />
      </Panel>
    )
  return (
    <Panel title="Lulusan per kota" extra={<Legend steps={steps} />}>
      {map ? (
        <CityMap map={map} cities={cities} chosen={chosen} heatOf={heat} onOpen={setOpened} />
      ) : (
        <div className={styles.tiles}>
          {map === null &&
            cities.map(one => (
              <button
                key={one.regency}
                type="button"
                className={styles.tile}
                data-heat={heat(one.graduates)}
                onClick={() => setOpened(one)}
              >
                {one.city}
                <strong>{people(one.graduates)}</strong>
              </button>
            ))}
        </div>
      )}
    </Panel>
  )
}

function Legend({ steps }: { steps: readonly number[] }) {
  const words = steps.map((step, index) => `${step.toLocaleString('id-ID')}${index === steps.length - 1 ? '+' : ''}`)
  return (
    <ul className={classNames(layout.legend, mapStyles.legend)} aria-hidden>
      {[`< ${words[0]?.replace('+', '')}`, ...words].map((word, index) => (
        <li key={word}>
          <i data-heat={index + 1} /> {word}
        </li>
      ))}
    </ul>
  )
}

/** Three round limits that divide the cities into four shades. */
function stepsOf(cities: readonly City[]): number[] {
  const most = Math.max(4 * fewestBeyond, ...cities.map(one => one.graduates ?? 0))
  const size = 10 ** Math.max(0, Math.floor(Math.log10(most)) - 1)
  return [1, 2, 3].map(part => Math.max(part, Math.round((most * part) / 4 / size) * size))
}
