import { ErrorNote } from '../ui/feedback/note.tsx'
import { Page } from '../ui/page/page.tsx'
import { Panel } from '../ui/page/panel.tsx'
import { api, problemOf, useRead } from './hub-client.ts'
import { useChosen } from './hub-year.ts'
import { ReportTable } from './report-table.tsx'
import { useSummary } from './use-summary.ts'
import { YearSelect } from './year-select.tsx'

/** Budget and spending by centre and source. */
export function MoneyPage() {
  const { chosen } = useChosen()
  const summary = useSummary().data
  const year = chosen.year ?? summary?.year
  const question = (by: string) => ({
    measures: ['activities', 'budget', 'spent'],
    by: [by],
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    centreId: null,
  })
  const centres = useRead(api.report, question('centre'), { enabled: year !== undefined })
  const sources = useRead(api.report, question('source'), { enabled: year !== undefined })
  return (
    <Page
      title="Realisasi"
      facts="Pagu dan pembayaran, Rupiah"
      actions={summary && year !== undefined && <YearSelect years={summary.years} year={year} />}
    >
      {centres.isError && <ErrorNote error={problemOf(centres.error)} />}
      <Panel title="Per balai" flush>
        {centres.data && <ReportTable answer={centres.data} label="Realisasi per balai" />}
      </Panel>
      <Panel title="Per sumber dana" flush>
        {sources.data && <ReportTable answer={sources.data} label="Realisasi per sumber dana" />}
      </Panel>
    </Page>
  )
}
