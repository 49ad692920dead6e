import { Box } from '@mantine/core'
import {
  IconCalendar,
  IconCertificate,
  IconCoins,
  IconDatabase,
  IconPrinter,
  IconSchool,
  IconShieldCheck,
  IconSparkles,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { ReleaseNews } from '../../../shared/features/update/release.ts'
import { longDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './update-news.module.css'

const signs: Record<ReleaseNews['kind'], TablerIcon> = {
  paper: IconPrinter,
  calendar: IconCalendar,
  money: IconCoins,
  people: IconUsers,
  class: IconSchool,
  certificate: IconCertificate,
  security: IconShieldCheck,
  data: IconDatabase,
  other: IconSparkles,
}

/** Number of news shown at first. */
const shownFirst = 5

/** News of a version in the words of the office. */
export function UpdateNews({ news, published }: { news: readonly ReleaseNews[]; published: PlainDate | null }) {
  const [all, setAll] = useState(false)
  const shown = all ? news : news.slice(0, shownFirst)
  return (
    <Panel
      title="Yang baru"
      facts={published && longDate(published)}
      extra={
        news.length > shown.length && (
          <LinkAction onAction={() => setAll(true)}>{`Semua ${news.length} perubahan`}</LinkAction>
        )
      }
      flush
    >
      <ul>
        {shown.map(({ kind, title, detail, place }) => {
          const Sign = signs[kind]
          return (
            <li key={`${title} ${detail}`} className={styles.row}>
              <Sign size={18} color="var(--tinta-8)" aria-hidden />
              <div>
                <Box component="p" fz="0.875rem" fw={600} lh="1.125rem">
                  {title}
                </Box>
                {detail !== '' && <p className={layout.note}>{detail}</p>}
              </div>
              <span className={styles.place}>{place}</span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
