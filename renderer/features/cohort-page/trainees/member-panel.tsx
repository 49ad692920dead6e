import { Flex } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import type { Cohort, CohortTrainee } from '../../../../shared/features/cohort/contract.ts'
import { reason } from '../../../../shared/kernel/schema.ts'
import { api, useCommand, useRead } from '../../../app/client.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { FactList } from '../../../ui/page/fact-list.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { formatLeft } from '../../cohort/leave-labels.ts'
import { formatGroup, formatSource } from '../../trainee/trainee-format.ts'
import { LeaveDialog } from './leave-dialog.tsx'

interface MemberPanelProps {
  cohort: Cohort
  member: CohortTrainee
  /** Why the list of this class is read-only. */
  locked: string | undefined
}

/** One person of the class with the actions on the enrolment. */
export function MemberPanel({ cohort, member, locked }: MemberPanelProps) {
  const router = useRouter()
  const [dialog, setDialog] = useState<'leave' | 'rejoin' | 'remove' | null>(null)
  const marks = useRead(api.attendance.grid, { code: cohort.code })
  const { enrolmentId, left } = member
  const unenrol = useCommand(api.cohort.unenrol, {
    done: () => `${member.name} dikeluarkan dari daftar.`,
    undo: () =>
      api.cohort.enrol.call({
        code: cohort.code,
        traineeIds: [member.traineeId],
        repeatReason: member.repeatReason || null,
      }),
    // Undo puts the person at the end of the list, so only the last one comes back to the same place; not once a day was held.
    canUndo: () => member.position === cohort.trainees && !cohort.days.some(day => day.held),
  })
  const rejoin = useCommand(api.cohort.rejoin, {
    done: () => `${member.name} kembali di kelas.`,
    undo: async (_, { enrolmentId }) => left && api.cohort.leave.call({ enrolmentId, ...left }),
  })
  const cells = marks.data?.rows.find(row => row.enrolmentId === member.enrolmentId)?.cells ?? []
  const lastMarked = cells.findLastIndex(cell => cell !== null) + 1
  const close = () => setDialog(null)

  return (
    <Panel title={member.name} facts={`nomor ${member.position}`}>
      <FactList
        facts={[
          { label: 'Ikut sejak', value: `hari ke-${member.joinedDay}` },
          { label: 'Tanda terakhir', value: lastMarked > 0 ? `hari ke-${lastMarked}` : 'belum ada' },
          {
            label: 'Sasaran saat masuk',
            value: member.target
              ? `${formatGroup(member.target.groups)} · ${formatSource(member.target)}`
              : 'tanpa bukti',
          },
          ...(member.repeatReason === '' ? [] : [{ label: 'Alasan ikut lagi', value: member.repeatReason }]),
          ...(left
            ? [
                { label: formatLeft(left.kind), value: `setelah hari ke-${left.afterDay}` },
                { label: 'Alasan', value: left.reason },
              ]
            : []),
        ]}
      />
      <ErrorNote error={unenrol.error} />
      <Flex direction="column" align="stretch" gap="0.5rem" mt="1rem">
        <ActionButton
          size="xs"
          action={{
            label: 'Buka data peserta',
            // The list itself handles Enter on a row.
            keys: 'Enter',
            icon: IconUser,
            run: () => router.history.push(`/peserta/${member.traineeId}`),
          }}
        />
        {left ? (
          <ActionButton needs="cohort.change" size="xs" refused={locked} onAction={() => setDialog('rejoin')}>
            Tarik kembali catatan keluar
          </ActionButton>
        ) : (
          <ActionButton needs="cohort.change" size="xs" refused={locked} onAction={() => setDialog('leave')}>
            Catat keluar dari kelas
          </ActionButton>
        )}
        <ActionButton
          needs="cohort.change"
          size="xs"
          refused={
            locked ?? (lastMarked > 0 ? domainErrorMessage({ code: 'has_marks', name: member.name }) : undefined)
          }
          onAction={() => setDialog('remove')}
        >
          Keluarkan dari daftar
        </ActionButton>
      </Flex>
      {dialog === 'leave' && <LeaveDialog cohort={cohort} member={member} lastMarked={lastMarked} onClose={close} />}
      {dialog === 'rejoin' && (
        <ReasonDialog
          title={`${member.name} kembali di kelas?`}
          schema={reason}
          action="Tarik kembali catatan keluar"
          error={rejoin.error}
          onAction={async words => {
            if (await rejoin.run({ enrolmentId, reason: words })) close()
          }}
          onCancel={close}
        >
          Hari sesudah hari ke-{left?.afterDay} kembali memerlukan tanda kehadiran.
        </ReasonDialog>
      )}
      <ConfirmDialog
        opened={dialog === 'remove'}
        title={`Keluarkan ${member.name} dari daftar?`}
        action="Keluarkan dari daftar"
        onAction={async () => {
          await unenrol.run({ enrolmentId })
          close()
        }}
        onCancel={close}
      >
        Nomor peserta sesudahnya maju satu. Data orangnya tetap ada di daftar peserta balai.
      </ConfirmDialog>
    </Panel>
  )
}
