import { Box, Flex } from '@mantine/core'
import { useState } from 'react'
import type { ApprovalRequest } from '../../../shared/features/access/contract.ts'
import { formatApprovers } from '../../../shared/features/access/second-person.ts'
import { longDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { reason } from '../../../shared/kernel/schema.ts'
import { api, useCommand, useRead } from '../../app/client.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { Badge, type BadgeTone } from '../../ui/feedback/badge.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './requests-panel.module.css'

/** On Beranda: requests that wait for this person, and the results of the person's own requests. Empty when there are none. */
export function RequestsPanel() {
  const requests = useRead(api.access.requests, {}).data ?? []
  const [rejected, setRejected] = useState<ApprovalRequest | null>(null)
  const approve = useCommand(api.access.approve, {
    done: ({ dueAt }) =>
      dueAt === null ? 'Disetujui dan dijalankan.' : `Disetujui. Dijalankan ${formatMoment(dueAt)}.`,
  })
  const reject = useCommand(api.access.reject, { done: () => 'Ditolak. Tidak ada yang berubah.' })
  const withdraw = useCommand(api.access.withdraw, { done: () => 'Permintaan ditarik. Tidak ada yang berubah.' })
  const shown = requests.filter(({ own, mayDecide, mayWithdraw }) => own || mayDecide || mayWithdraw)
  if (shown.length === 0) return null
  const waiting = shown.filter(({ mayDecide }) => mayDecide).length
  return (
    <div data-section data-never-first>
      <Panel
        title="Persetujuan orang kedua"
        extra={waiting > 0 && <Badge tone="now">{waiting} menunggu Anda</Badge>}
        flush
      >
        <ul className={layout.lines} aria-label="Persetujuan orang kedua">
          {shown.map(request => (
            <li key={request.id} className={styles.row} data-mine={request.mayDecide || undefined}>
              <div>
                <Box component="p" fz="0.84375rem" lh="1.1875rem">
                  <b>{request.label}</b> {request.subject}
                </Box>
                <p className={layout.detail}>
                  {[`diminta ${request.askedBy} ${formatMoment(request.askedAt)}`, request.reason].join(' · ')}
                </p>
                {!request.mayDecide && <p className={layout.detail}>{became(request)}</p>}
              </div>
              <Flex align="center" gap="0.875rem">
                {!request.mayDecide && <Badge tone={tones[request.state]}>{states[request.state]}</Badge>}
                {request.mayDecide && (
                  <>
                    <LinkAction
                      label={`Tolak, dengan alasan: ${request.label} ${request.subject}`}
                      onAction={() => setRejected(request)}
                    >
                      Tolak, dengan alasan
                    </LinkAction>
                    <ActionButton
                      tone="primary"
                      pending={approve.pending}
                      onAction={() => approve.run({ id: request.id })}
                    >
                      {`Setujui ${request.actAsNoun}`}
                    </ActionButton>
                  </>
                )}
                {request.mayWithdraw && (
                  <LinkAction
                    label={`Tarik: ${request.label} ${request.subject}`}
                    onAction={() => void withdraw.run({ id: request.id })}
                  >
                    Tarik
                  </LinkAction>
                )}
              </Flex>
            </li>
          ))}
        </ul>
        <ErrorNote error={approve.error ?? withdraw.error} />
      </Panel>
      {rejected && (
        <ReasonDialog
          title={`Tolak ${rejected.label.toLowerCase()}, ${rejected.subject}?`}
          schema={reason}
          action="Tolak permintaan"
          error={reject.error}
          onAction={async words => {
            if (await reject.run({ id: rejected.id, reason: words })) setRejected(null)
          }}
          onCancel={() => setRejected(null)}
        />
      )}
    </div>
  )
}

const states: Record<ApprovalRequest['state'], string> = {
  WAITING: 'menunggu',
  APPROVED: 'disetujui',
  DONE: 'dijalankan',
  REJECTED: 'ditolak',
  WITHDRAWN: 'ditarik',
  FAILED: 'gagal',
  EXPIRED: 'lewat waktu',
}
const tones: Record<ApprovalRequest['state'], BadgeTone> = {
  WAITING: 'info',
  APPROVED: 'ok',
  DONE: 'ok',
  REJECTED: 'err',
  WITHDRAWN: 'neutral',
  FAILED: 'err',
  EXPIRED: 'warn',
}

/** What became of a request, or whom it waits for. */
function became(request: ApprovalRequest): string {
  const { state, approvers, roles, decidedBy, decidedAt, dueAt, note, answerBy } = request
  const answered = `${decidedBy} ${decidedAt === null ? '' : formatMoment(decidedAt)}`
  switch (state) {
    case 'WAITING':
      return approvers.length > 0
        ? `Menunggu ${approvers.join(' atau ')} sampai ${longDate(answerBy)}. Belum ada yang berubah.`
        : `Belum ada ${formatApprovers(roles)} lain: minta Admin memberi peran itu. Belum ada yang berubah.`
    case 'APPROVED':
      return `Disetujui ${answered}. Dijalankan ${dueAt === null ? '' : longDate(dueAt.slice(0, 10) as PlainDate)}; sampai saat itu dapat ditarik.`
    case 'DONE':
      return `Disetujui ${answered} dan dijalankan.`
    case 'REJECTED':
      return `Ditolak ${answered}: ${note}. Tidak ada yang berubah.`
    case 'WITHDRAWN':
      return 'Ditarik. Tidak ada yang berubah.'
    case 'FAILED':
      return `Tidak dapat dijalankan: ${note}`
    case 'EXPIRED':
      return `Tidak dijawab sampai ${longDate(answerBy)}. Minta lagi bila masih perlu.`
  }
}
