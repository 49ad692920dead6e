import { Drawer, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type AidState, aidLabels, nextStates } from '../../../../shared/features/alumni/aid.ts'
import type { AidRow } from '../../../../shared/features/alumni/aid-contract.ts'
import { rupiah } from '../../../../shared/kernel/money.ts'
import { longDate, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { paragraph } from '../../../../shared/kernel/schema.ts'
import { api, useCommand, useToday } from '../../../app/client.ts'
import type { Action } from '../../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../../ui/action/action-button.tsx'
import { FormDrawer } from '../../../ui/dialog/form-dialog.tsx'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { useReturnFocus } from '../../../ui/dialog/use-return-focus.ts'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { field, typing } from '../../../ui/form/field.tsx'
import { FactList } from '../../../ui/page/fact-list.tsx'
import layout from '../../../ui/page/layout.module.css'
import { AidBadge } from './aid-columns.tsx'
import { AttachAidEvidence, ShowAidEvidence } from './aid-evidence.tsx'

interface AidDrawerProps {
  aid: AidRow
  onClose: () => void
}

/** State of one aid, its next step and its evidence. Mount only while open. */
export function AidDrawer({ aid, onClose }: AidDrawerProps) {
  useReturnFocus()
  const today = useToday()
  const [date, setDate] = useState<PlainDate | null>(today)
  const [number, setNumber] = useState('')
  const [dialog, setDialog] = useState<'REJECTED' | 'CANCELLED' | 'attach' | 'show' | null>(null)
  const take = useCommand(api.aid.step, {
    done: (_, { step: { state } }) => `Modal kerja ${aid.name} ${aidLabels[state].toLowerCase()}.`,
  })
  const next = nextStates(aid.state)
  const forward = next.find((state): state is 'APPROVED' | 'PAID' => state === 'APPROVED' || state === 'PAID')
  const submit: Action | undefined = forward && {
    label: forward === 'APPROVED' ? 'Setujui' : 'Salurkan',
    hint: 'simpan',
    keys: 'Ctrl S',
    tone: 'primary',
    pending: take.pending,
    refused: date === null ? 'Isi tanggalnya.' : number.trim() === '' ? 'Isi nomornya.' : undefined,
    async run() {
      if (date !== null && (await take.run({ id: aid.id, step: { state: forward, on: date, number } }))) setNumber('')
    },
  }

  const close = () => setDialog(null)
  if (dialog === 'attach') return <AttachAidEvidence aid={aid} onClose={close} />
  if (dialog === 'show') return <ShowAidEvidence aid={aid} onClose={close} />
  if (dialog !== null)
    return (
      <ReasonDialog
        title={`${formatEnd[dialog]} modal kerja ${aid.name}?`}
        schema={paragraph(300, 5)}
        action={formatEnd[dialog]}
        tone="danger"
        refused={date === null ? 'Isi tanggalnya.' : undefined}
        error={take.error}
        onAction={async reason => {
          if (date !== null && (await take.run({ id: aid.id, step: { state: dialog, on: date, reason } }))) close()
        }}
        onCancel={close}
        fields={<DateField label="Tanggal" past max={today} value={date} onChange={setDate} />}
      >
        <p>Kelurahan {aid.village} dapat diusulkan lagi sesudahnya. Catatan ini tetap ada.</p>
      </ReasonDialog>
    )
  const ends = next.filter(isEnd).map(state => (
    <ActionButton key={state} tone="quiet" onAction={() => setDialog(state)}>
      {formatEnd[state]}
    </ActionButton>
  ))
  const facts = (
    <>
      <div>
        <AidBadge state={aid.state} />
      </div>
      <FactList facts={factsOf(aid)} />
    </>
  )
  const evidence = (
    <p className={layout.words}>
      {aid.evidence ? `Bukti: ${aid.evidence.name}. ` : 'Belum ada berkas bukti. '}
      {aid.evidence && (
        <>
          <LinkAction size="small" onAction={() => setDialog('show')}>
            Buka bukti
          </LinkAction>{' '}
        </>
      )}
      <LinkAction size="small" onAction={() => setDialog('attach')}>
        {aid.evidence ? 'Ganti' : 'Lampirkan'}
      </LinkAction>
    </p>
  )
  if (!submit)
    return (
      <Drawer opened onClose={onClose} title={aid.name}>
        <div className={layout.stack}>
          {facts}
          {evidence}
          <ErrorNote error={take.error} />
          <div className={layout.buttons}>{ends}</div>
        </div>
      </Drawer>
    )
  return (
    <FormDrawer title={aid.name} onClose={onClose} error={take.error} action={submit} extra={ends}>
      {facts}
      <TextInput
        {...field({ label: forward === 'APPROVED' ? 'Nomor SK' : 'Nomor BAST' })}
        data-autofocus
        {...typing(number, setNumber)}
      />
      <DateField
        label={forward === 'APPROVED' ? 'Disetujui pada' : 'Disalurkan pada'}
        past
        max={today}
        value={date}
        onChange={setDate}
      />
      {evidence}
    </FormDrawer>
  )
}

const formatEnd = { REJECTED: 'Tolak', CANCELLED: 'Batalkan' }

function isEnd(state: AidState): state is 'REJECTED' | 'CANCELLED' {
  return state === 'REJECTED' || state === 'CANCELLED'
}

function factsOf(aid: AidRow): { label: string; value: string }[] {
  return [
    { label: 'Jumlah', value: rupiah(aid.amount) },
    { label: 'Kelurahan', value: `${aid.village}, Kec. ${aid.district}` },
    { label: 'Lulus dari', value: aid.program },
    { label: 'Kelas', value: aid.code },
    { label: 'Diusulkan', value: longDate(aid.proposedOn) },
    ...(aid.approvedOn ? [{ label: 'Disetujui', value: `${longDate(aid.approvedOn)}, SK ${aid.decreeNumber}` }] : []),
    ...(aid.paidOn ? [{ label: 'Disalurkan', value: `${longDate(aid.paidOn)}, BAST ${aid.handoverNumber}` }] : []),
    ...(aid.endedOn ? [{ label: aidLabels[aid.state], value: `${longDate(aid.endedOn)}: ${aid.endReason}` }] : []),
  ]
}
