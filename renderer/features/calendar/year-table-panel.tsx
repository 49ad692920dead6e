import { IconDownload, IconUpload } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { type TableFormat, tableFormats } from '../../../shared/features/calendar/year-table.ts'
import { api, useCommand } from '../../app/client.ts'
import { usePaperOutput } from '../../app/file/use-paper-output.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './year-table-panel.module.css'

const names: Record<TableFormat, string> = { xlsx: 'Excel', csv: 'CSV', ics: 'ICS' }

/** Imports and exports the table of a year: for the next decree, another centre, or the calendar of a phone. */
export function YearTablePanel({ year }: { year: number }) {
  const { history } = useRouter()
  const { save } = usePaperOutput()
  const draw = useCommand(api.calendar.exportTable)
  async function send(format: TableFormat) {
    const made = await draw.run({ year, format })
    if (made) await save.run({ name: `hari-libur-${year}.${format}`, file: made.output as File })
  }
  const problem = draw.error ?? save.error
  return (
    <Panel title="Berkas kalender">
      <div className={styles.actions}>
        <ActionButton
          needs="cohort.change"
          icon={IconUpload}
          size="xs"
          onAction={() => history.push(`/kalender/${year}/impor`)}
        >
          Impor tabel
        </ActionButton>
      </div>
      <div className={styles.actions}>
        <span className={layout.note}>Ekspor ke</span>
        {tableFormats.map(format => (
          <ActionButton
            key={format}
            icon={IconDownload}
            size="xs"
            tone="quiet"
            label={`Ekspor kalender ${year} ke ${names[format]}`}
            onAction={() => send(format)}
          >
            {names[format]}
          </ActionButton>
        ))}
      </div>
      <ErrorNote error={problem} />
    </Panel>
  )
}
