import { Flex } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Activity } from '../../../shared/features/activity/contract.ts'
import { fundingSourceName } from '../../../shared/features/activity/funding-source.ts'
import { tradeName } from '../../../shared/features/program/trades.ts'
import { shortDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import { api, client, useCommand } from '../../app/client.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { withSearch } from '../../app/list/with-search.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { FactList } from '../../ui/page/fact-list.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import { boardPeoplePath } from './activity-paths.ts'

interface ActivitySideProps {
  activity: Activity
  onAssign: () => void
}

/** The classes of an activity and its budget lines. */
export function ActivitySide({ activity, onAssign }: ActivitySideProps) {
  const { classes, people } = activity
  const release = useCommand(api.activity.assign, {
    done: (_, { code }) => `${code} dilepas dari kegiatan.`,
    undo: (_, { code }) => client.activity.assign({ code, activityId: activity.id }),
  })
  return (
    <>
      <Panel
        title="Kelas"
        facts={
          classes.length > 0 && (
            <LinkAction
              size="small"
              path={withSearch(boardPeoplePath, { tahun: activity.budgetYear, kegiatan: activity.id })}
            >
              {people} peserta
            </LinkAction>
          )
        }
        extra={
          <LinkAction needs="cohort.change" size="small" onAction={onAssign}>
            Masukkan kelas
          </LinkAction>
        }
      >
        {classes.length === 0 && <p className={layout.note}>Belum ada kelas di kegiatan ini.</p>}
        <Flex component="ul" direction="column" gap="0.625rem">
          {classes.map(row => (
            <Flex component="li" key={row.code} align="flex-start" justify="space-between" gap="0.75rem">
              <div>
                <PathLink path={cohortPath(row.code)} className={layout.nameLink}>
                  {row.title}
                </PathLink>
                <div className={layout.detail}>
                  {row.code} · {shortDate(row.start)} – {shortDate(row.end)} ·{' '}
                  <PathLink path={cohortPath(row.code, 'trainees')}>{row.people} peserta</PathLink>
                </div>
                {yearOf(row.end) > activity.budgetYear && (
                  <Flex align="center" c="var(--warn)" fz="0.75rem" gap="0.25rem" lh="1rem">
                    <IconAlertTriangle size={14} aria-hidden /> selesai di tahun anggaran {yearOf(row.end)}
                  </Flex>
                )}
              </div>
              <Flex flex="none" align="center" gap="0.5rem">
                {row.decided && <Badge tone="ok">selesai</Badge>}
                <LinkAction
                  needs="cohort.change"
                  size="small"
                  label={`Lepas ${row.title} dari kegiatan`}
                  onAction={() => void release.run({ code: row.code, activityId: null })}
                >
                  Lepas
                </LinkAction>
              </Flex>
            </Flex>
          ))}
        </Flex>
        <ErrorNote error={release.error} />
      </Panel>
      <Panel title="Dokumen anggaran">
        <FactList
          facts={[
            { label: 'Sumber dana', value: fundingSourceName(activity.fundingSource) },
            { label: 'Kegiatan', value: activity.budgetActivity },
            { label: 'Sub kegiatan', value: activity.budgetSubActivity },
            { label: 'Kode rekening', value: activity.accountCode },
            { label: 'Kejuruan', value: activity.trade === null ? '' : tradeName(activity.trade) },
          ]}
        />
      </Panel>
    </>
  )
}
