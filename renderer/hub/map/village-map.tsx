import { Box } from '@mantine/core'
import { fewestBeyond, type PlaceRow } from '../../../shared/features/hub/hub-contract.ts'
import layout from '../../ui/page/layout.module.css'
import styles from '../hub.module.css'
import { api, people, useRead } from '../hub-client.ts'

/** Trainees of a year by kelurahan of residence: one tile each, by kecamatan, darker for more. */
export function VillageMap({ year, regency }: { year: number; regency: string }) {
  const { data } = useRead(api.places, { year, centreId: null })
  const here = (data ?? []).filter(place => place.code.startsWith(regency))
  const elsewhere = (data ?? []).length - here.length
  const most = mostOf(here)
  const districts = [...Map.groupBy(here, place => place.district)].toSorted(([a], [b]) => a.localeCompare(b, 'id'))
  return (
    <div className={styles.villages}>
      {districts.map(([district, villages]) => (
        <div key={district}>
          <div className={styles.district}>{district}</div>
          <ul className={styles.faces} aria-label={`Kecamatan ${district}`}>
            {villages.map(place => (
              <li
                key={place.code}
                className={styles.face}
                data-heat={heatOf(place.participants ?? 1, most)}
                title={`${place.village}: ${people(place.participants)} peserta, ${people(place.graduates)} lulus`}
              >
                <span className={layout.unseen}>{place.village} </span>
                {place.participants ?? '<5'}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Box component="p" flex="1 0 100%" c="var(--ink-2)" fz="0.75rem">
        {here.length === 0 ? 'Belum ada peserta dari kota ini. ' : 'Nama dan hasil tiap kelurahan ada di Lulusan. '}
        {elsewhere > 0 && `${elsewhere} kelurahan lain di luar kota ini.`}
      </Box>
    </div>
  )
}

/** The highest count; hidden counts are drawn palest. */
export function mostOf(places: readonly PlaceRow[]): number {
  return Math.max(fewestBeyond, ...places.map(place => place.participants ?? 0))
}

export function heatOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.min(4, Math.ceil((count / most) * 4))
}
