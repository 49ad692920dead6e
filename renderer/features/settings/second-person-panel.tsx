import { rolesWith } from '../../../shared/features/access/access-matrix.ts'
import { roleNames } from '../../../shared/features/access/roles.ts'
import {
  formatApprovers,
  type SecondPersonRule,
  secondPersonRules,
} from '../../../shared/features/access/second-person.ts'
import { api, useRead } from '../../app/client.ts'
import { Badge } from '../../ui/feedback/badge.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './second-person-panel.module.css'

const rules: readonly SecondPersonRule[] = Object.values(secondPersonRules)

/** Acts that need a second person: who requests, who approves, and what waits now. */
export function SecondPersonPanel() {
  const requests = useRead(api.access.requests, {}).data ?? []
  const waiting = requests.filter(({ state }) => state === 'WAITING')
  return (
    <Panel
      title="Perlu orang kedua"
      facts="tidak seorang pun, Admin juga tidak, menyetujui permintaannya sendiri"
      flush
    >
      <ul className={layout.lines} aria-label="Perlu orang kedua">
        {rules.map(rule => {
          const asks = rolesWith(rule.group)
          return (
            <li key={rule.label} className={styles.row}>
              <b>{rule.label}</b>
              <span>diminta {asks.map(role => roleNames[role]).join(', ')}</span>
              <span>
                disetujui <b>{formatApprovers(rule.approvers(asks))}</b> lain
                {rule.waits > 0 && `, dijalankan ${rule.waits} hari kemudian`}
              </span>
            </li>
          )
        })}
        {waiting.map(({ id, label, subject, askedBy, askedAt, approvers, roles }) => (
          <li key={id} className={classNames(styles.row, styles.waiting)}>
            <span>
              <Badge tone="now">menunggu</Badge>
            </span>
            <span>
              {label} {subject}, diminta {askedBy} {formatMoment(askedAt)}, menunggu{' '}
              {approvers.join(' atau ') || `${formatApprovers(roles)}, yang belum ada`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
