import { ErrorNote } from '../ui/feedback/note.tsx'
import { Page } from '../ui/page/page.tsx'
import { Panel } from '../ui/page/panel.tsx'
import styles from './hub.module.css'
import { api, people, problemOf, useRead } from './hub-client.ts'
import { useChosen } from './hub-year.ts'
import { heatOf, mostOf } from './map/village-map.tsx'
import { ReportTable } from './report-table.tsx'
import { useSummary } from './use-summary.ts'
import { YearSelect } from './year-select.tsx'

const heads = ['Balai', 'Lulus', 'Sudah 3 bulan', 'Terlacak', 'Bekerja 3 bulan', 'Bekerja 6 bulan', 'Bekerja 12 bulan']
const tracer = ['graduates', 'due3', 'traced3', 'placed3', 'placed6', 'placed12']

/** Situation of graduates, and where they come from. */
export function GraduatesPage() {
  const { chosen } = useChosen()
  const summary = useSummary().data
  const year = chosen.year ?? summary?.year
  const period = { from: `${year}-01-01`, to: `${year}-12-31` }
  const report = useRead(
    api.report,
    { measures: tracer, by: ['centre'], ...period, centreId: null },
    { enabled: year !== undefined },
  )
  const places = useRead(api.places, { year: year ?? 2000, centreId: null }, { enabled: year !== undefined })
  const most = mostOf(places.data ?? [])
  const districts = [...Map.groupBy(places.data ?? [], place => place.district)].toSorted(([a], [b]) =>
    a.localeCompare(b, 'id'),
  )
  return (
    <Page
      title="Lulusan"
      facts="Kabar 3, 6, dan 12 bulan sesudah sidang"
      actions={summary && year !== undefined && <YearSelect years={summary.years} year={year} />}
    >
      {report.isError && <ErrorNote error={problemOf(report.error)} />}
      <Panel flush label="Kabar lulusan per balai">
        {report.data && <ReportTable answer={report.data} label="Kabar lulusan per balai" heads={heads} />}
      </Panel>
      <Panel title="Peserta per kelurahan" facts="kurang dari lima orang tidak disebut">
        <div className={styles.villages}>
          {districts.map(([district, villages]) => (
            <section key={district} aria-label={district || 'Tanpa kelurahan'}>
              <h3 className={styles.district}>{district || 'Tanpa kelurahan'}</h3>
              <div className={styles.tiles}>
                {villages.map(place => (
                  <div key={place.code} className={styles.tile} data-heat={heatOf(place.participants ?? 1, most)}>
                    {place.village}
                    <strong>{people(place.participants)}</strong>
                  </div>
                ))}
              </div>
            </section>
          ))}
        </div>
      </Panel>
    </Page>
  )
}
