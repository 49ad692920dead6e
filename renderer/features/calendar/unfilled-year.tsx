import { Box } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import type { CalendarYear } from '../../../shared/features/calendar/contract.ts'
import { fixedHolidays } from '../../../shared/features/calendar/fixed-holidays.ts'
import { client, useCommand } from '../../app/client.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './unfilled-year.module.css'
import { SourceForm } from './year-source.tsx'

/** A year without a table: why it matters, and the three steps to fill it. */
export function UnfilledYear({ year, onAdd }: { year: CalendarYear; onAdd: () => void }) {
  const known = new Set(year.days.map(day => day.date))
  const missing = fixedHolidays(year.year).filter(day => !known.has(day.date))
  const fill = useCommand(
    {
      call: async (days: typeof missing) => {
        for (const day of days) await client.calendar.saveDay({ id: null, day: { ...day, source: '' } })
      },
    },
    { done: (_, days) => `${days.length} hari bertanggal tetap ditambahkan.` },
  )
  return (
    <Panel tone="warn" title={`Kalender ${year.year} belum ada`}>
      <Box component="p" mb="0.75rem" fz="0.8125rem" lh="1.125rem">
        Angkatan tidak dapat direncanakan pada tahun ini sebelum libur dan cuti bersamanya diisi dari SKB tiga menteri.
      </Box>
      <ol className={layout.tight}>
        <li className={styles.step}>
          <ActionButton
            icon={IconCalendarPlus}
            refused={missing.length === 0 ? 'Semua sudah tercatat.' : undefined}
            onAction={() => fill.run(missing)}
          >
            {`Tambah ${missing.length} hari bertanggal tetap`}
          </ActionButton>
          <span>Tahun Baru, Buruh, Pancasila, Kemerdekaan, Natal.</span>
        </li>
        <li className={styles.step}>
          <ActionButton needs="cohort.change" onAction={onAdd}>
            Tambah hari lain dari SKB
          </ActionButton>
          <span>Tanggal Islam, Imlek, Nyepi, Waisak, Paskah dan semua cuti bersama berubah setiap tahun.</span>
        </li>
        <li>
          <SourceForm year={year.year} source="" action={`Nyatakan kalender ${year.year} lengkap`} onDone={() => {}} />
        </li>
      </ol>
      <ErrorNote error={fill.error} />
    </Panel>
  )
}
