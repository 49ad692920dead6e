import { Flex } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { formatDayNumber } from '../../../shared/features/cohort/day-number-format.ts'
import { api, useRead } from '../../app/client.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { usePaperDialog } from '../paper/use-paper-dialog.tsx'

interface ChangedPapersProps {
  code: string
  title: string
  /** Numbers of the days whose date has changed. */
  days: readonly number[]
}

/** Papers of a class that are outdated after its days moved, each with a link that opens it. */
export function ChangedPapers({ code, title, days }: ChangedPapersProps) {
  const cohort = useRead(api.cohort.get, { code })
  if (!cohort.data) return null
  return <Papers cohort={cohort.data} title={title} days={days} />
}

function Papers({
  cohort,
  title,
  days,
}: Omit<ChangedPapersProps, 'code'> & { cohort: Parameters<typeof usePaperDialog>[0] }) {
  const { open, dialog } = usePaperDialog(cohort)
  const from = Math.min(...days)
  const sheets = days.length === cohort.days.length ? 'semua daftar hadir' : `daftar hadir ${formatDayNumber(days)}`
  return (
    <>
      <Flex
        component="ul"
        wrap="wrap"
        align="center"
        fz="0.8125rem"
        gap="0.25rem 1rem"
        lh="1.125rem"
        aria-label={`Cetak ulang, ${title}`}
      >
        <Flex component="li" align="center" c="var(--ink-2)" gap="0.375rem">
          <IconPrinter size={15} aria-hidden /> Cetak ulang:
        </Flex>
        <li>
          <LinkAction size="small" label={`Jadwal ${title}`} onAction={() => open('schedule')}>
            Jadwal
          </LinkAction>
        </li>
        <li>
          <LinkAction
            size="small"
            label={`Cetak ${sheets}, ${title}`}
            onAction={() => open({ key: 'attendance-day', from })}
          >
            {`${sheets[0]?.toUpperCase()}${sheets.slice(1)}`}
          </LinkAction>
        </li>
        <li>
          <LinkAction size="small" label={`Surat perubahan jadwal ${title}`} onAction={() => open('schedule-change')}>
            Surat perubahan jadwal
          </LinkAction>
        </li>
      </Flex>
      {dialog}
    </>
  )
}
