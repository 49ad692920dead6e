import { useMediaQuery } from '@mantine/hooks'
import { useRouter } from '@tanstack/react-router'
import type { OwnReport } from '../../../../shared/features/report/own-report.ts'
import { rupiahDigits } from '../../../../shared/kernel/money.ts'
import { api, useRead } from '../../../app/client.ts'
import { behindFigure } from '../../../app/list/figure-path.ts'
import { openFromFigure } from '../../../app/list/way-back.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { PathLink } from '../../../ui/page/path-link.tsx'
import styles from './cell-people.module.css'

/** The focused cell: its filters, and its description. */
export type ChosenCell = { filters: OwnReport['filters']; words: string }

/** The first people behind the chosen cell. Its height is fixed, so that nothing moves. */
export function CellPeople({ choice, cell }: { choice: OwnReport; cell: ChosenCell | null }) {
  const router = useRouter()
  const shown = useMediaQuery('(min-width: 1800px)') ? 12 : 6
  const { measure, period } = choice
  const filters = cell?.filters ?? {}
  const reading = useRead(
    api.report.behind,
    { measure, period, filters, limit: shown, offset: 0 },
    { enabled: cell !== null },
  )
  const data = cell === null ? undefined : reading.data
  return (
    <Panel
      title={cell === null ? 'Pilih satu sel' : cell.words}
      facts={data && `sel yang dipilih, ${Math.min(shown, data.count)} pertama`}
      extra={
        data &&
        cell && (
          <LinkAction size="small" path={behindFigure(measure, period, filters, cell.words)}>
            Buka daftar {rupiahDigits(data.count)}
          </LinkAction>
        )
      }
    >
      <ul className={styles.people}>
        {(data?.rows ?? []).map(row => (
          <li key={row.key}>
            <PathLink
              path={row.path}
              onClick={event => {
                if (event.button !== 0) return
                event.preventDefault()
                openFromFigure(router, row.path)
              }}
            >
              {row.name}
            </PathLink>{' '}
            <small>{row.detail}</small>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
