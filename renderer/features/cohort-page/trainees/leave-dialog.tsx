import { Select } from '@mantine/core'
import { useState } from 'react'
import { type LeaveKind, leaveKinds } from '../../../../shared/features/cohort/cohort.ts'
import type { Cohort, CohortTrainee } from '../../../../shared/features/cohort/contract.ts'
import { shortDay } from '../../../../shared/kernel/plain-date.ts'
import { reason } from '../../../../shared/kernel/schema.ts'
import { api, useCommand } from '../../../app/client.ts'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { field } from '../../../ui/form/field.tsx'
import { SwitchBar } from '../../../ui/form/switch-bar.tsx'
import { formatLeft } from '../../cohort/leave-labels.ts'
import styles from './leave-dialog.module.css'

interface LeaveDialogProps {
  cohort: Cohort
  member: CohortTrainee
  /** Number of the last day with a mark; 0 if there is none. */
  lastMarked: number
  onClose: () => void
}

/** Records that a person left the class, after which day and why. */
export function LeaveDialog({ cohort, member, lastMarked, onClose }: LeaveDialogProps) {
  const [kind, setKind] = useState<LeaveKind>('withdrawn')
  const [afterDay, setAfterDay] = useState(lastMarked)
  const leave = useCommand(api.cohort.leave, {
    done: () => `${member.name}: ${formatLeft(kind).toLowerCase()}.`,
    undo: (_, { enrolmentId }) => api.cohort.rejoin.call({ enrolmentId, reason: 'Diurungkan sesaat sesudah dicatat' }),
  })
  const days = cohort.days.map(day => ({ value: String(day.n), label: `hari ke-${day.n}, ${shortDay(day.date)}` }))

  return (
    <ReasonDialog
      title={`${member.name} keluar dari kelas`}
      schema={reason}
      action="Catat keluar"
      error={leave.error}
      onAction={async words => {
        const done = await leave.run({ enrolmentId: member.enrolmentId, afterDay, kind, reason: words })
        if (done) onClose()
      }}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <SwitchBar
          label="Cara keluar"
          options={leaveKinds.map(value => ({ value, label: formatLeft(value) }))}
          value={kind}
          onChange={setKind}
        />
        <Select
          {...field({ label: 'Setelah' })}
          data={[{ value: '0', label: 'belum pernah ikut' }, ...days]}
          value={String(afterDay)}
          onChange={value => setAfterDay(Number(value ?? 0))}
        />
        <p>Tanda kehadiran sesudah hari itu tidak diperlukan lagi, dan namanya tidak ikut sidang.</p>
      </div>
    </ReasonDialog>
  )
}
