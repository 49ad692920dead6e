import { Box } from '@mantine/core'
import { IconLink, IconLock } from '@tabler/icons-react'
import type { Act, ActRecord } from '../../../shared/features/history/contract.ts'
import { type TraineeId, traineeId } from '../../../shared/ids.ts'
import { showTime } from '../../../shared/kernel/time.ts'
import { formatOperation } from '../../../shared/operation-labels.ts'
import { api, QueryBoundary, useRead } from '../../app/client.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { PathLink } from '../../ui/page/path-link.tsx'
import { formatCount } from './act-format.ts'
import styles from './history.module.css'

interface ActPaneProps {
  id: number
  onPerson: (id: TraineeId) => void
}

/** One act: who, when, where, and each field before and after. */
export function ActPane({ id, onPerson }: ActPaneProps) {
  const reading = useRead(api.history.act, { id })
  return (
    <QueryBoundary query={reading} rows={4}>
      {({ act, records, earlier, seal, follows }) => (
        <>
          <div className={styles.paneHead}>
            <h2>{formatOperation(act.operation)}</h2>
            {act.path ? <PathLink path={act.path}>{act.object}</PathLink> : <span>{act.object}</span>}
          </div>
          <dl className={styles.facts}>
            <dt>Oleh</dt>
            <dd>{act.approvedBy ? `${act.operator}, disetujui ${act.approvedBy}` : act.operator}</dd>
            <dt>Kapan</dt>
            <dd>
              {formatMoment(act.at)}.{act.at.slice(17, 19)}
            </dd>
            <dt>Meja</dt>
            <dd>{act.desk}</dd>
            {act.seen !== null && (
              <>
                <dt>Data</dt>
                <dd>{act.seen} orang</dd>
              </>
            )}
          </dl>
          <div className={styles.changes}>
            {records.map(record => (
              <Record key={record.id} record={record} named={records.length > 1} />
            ))}
            {records.every(record => record.fields === null) && (
              <p className={styles.hidden}>Isinya tidak diperlihatkan kepada peran Anda.</p>
            )}
          </div>
          {records.some(({ fields }) => fields?.some(({ unchosen }) => unchosen)) && (
            <Box px="1rem" pb="0.25rem" fz="0.8125rem">
              {act.path ? (
                <LinkAction path={act.path}>Kembalikan di halamannya</LinkAction>
              ) : (
                'Kembalikan di formulirnya: “nilai tidak dipilih”.'
              )}
            </Box>
          )}
          <Before act={act} earlier={earlier} onPerson={onPerson} />
          <div className={styles.seal}>
            <IconLink size={15} aria-hidden />
            <span>
              Catatan {act.records > 1 ? `${act.id}–${act.id + act.records - 1}` : act.id}
              {act.records > 1 && ` (${formatCount(act.records)})`}
              {follows > 0 && `, tersambung ke ${follows}`}
              <code>
                sidik {seal.slice(0, 4)} {seal.slice(4, 8)} … {seal.slice(-4)}
              </code>
            </span>
          </div>
        </>
      )}
    </QueryBoundary>
  )
}

function Record({ record: { object, fields, restricted }, named }: { record: ActRecord; named: boolean }) {
  if ((fields === null || fields.length === 0) && restricted.length === 0) return null
  return (
    <section className={styles.record}>
      {named && object && <h3>{object}</h3>}
      {fields?.map(({ label, before, after }) => (
        <div key={`${label} ${before} ${after}`} className={styles.field}>
          <Box component="p" fz="0.78125rem" fw={600}>
            {label}
          </Box>
          {before !== '' && <s>{before}</s>}
          {after !== '' ? <ins>{after}</ins> : <ins>dikosongkan</ins>}
        </div>
      ))}
      {restricted.length > 0 && (
        <div className={styles.field}>
          <Box component="p" fz="0.78125rem" fw={600}>
            {restricted.join(', ')} <IconLock size={13} color="var(--ungu)" aria-hidden />
          </Box>
          <p className={styles.hidden}>Data terbatas. Isinya tidak pernah masuk riwayat.</p>
        </div>
      )}
    </section>
  )
}

function Before({
  act,
  earlier,
  onPerson,
}: { act: Act; earlier: { at: string; operator: string } | null } & Pick<ActPaneProps, 'onPerson'>) {
  const person = /^\/peserta\/(\d+)$/.exec(act.path ?? '')?.[1]
  if (!earlier && !person) return null
  return (
    <Box p="0.75rem 1rem" c="var(--ink-2)" fz="0.8125rem" lh="1.25rem">
      {earlier && (
        <p>
          Sebelumnya: <b>{earlier.operator}</b>, {formatMoment(earlier.at).replace(/, .*/, '')}{' '}
          {showTime(earlier.at.slice(11, 16))}
        </p>
      )}
      {person && (
        <LinkAction onAction={() => onPerson(traineeId.parse(Number(person)))}>
          Semua tindakan tentang {act.object}
        </LinkAction>
      )}
    </Box>
  )
}
