import { Drawer, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { BookRow } from '../../../../shared/features/certificate/book-contract.ts'
import type { SetAsideId } from '../../../../shared/ids.ts'
import { paragraph } from '../../../../shared/kernel/schema.ts'
import { api, useCommand, useToday } from '../../../app/client.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { FormDrawer } from '../../../ui/dialog/form-dialog.tsx'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { field, typing } from '../../../ui/form/field.tsx'
import layout from '../../../ui/page/layout.module.css'
import { StateBadge } from '../state-badge.tsx'

interface SetAsideDrawerProps {
  row: BookRow & { setAsideId: SetAsideId }
  onClose: () => void
}

/** Records who got a reserved number, or voids it. Mount only while open. */
export function SetAsideDrawer({ row, onClose }: SetAsideDrawerProps) {
  const today = useToday()
  const [voiding, setVoiding] = useState(false)
  const [holder, setHolder] = useState(row.name)
  const [program, setProgram] = useState(row.program)
  const [issuedOn, setIssuedOn] = useState(row.issuedOn ?? today)
  const { setAsideId: id, number, state, note } = row
  const save = useCommand(api.book.recordByHand, { done: () => `${number} dicatat untuk ${holder.trim()}.` })
  const spoil = useCommand(api.book.voidNumber, { done: () => `${number} batal.` })

  async function submit() {
    if (await save.run({ id, holder, program, issuedOn })) onClose()
  }

  if (voiding)
    return (
      <ReasonDialog
        title={`Batalkan nomor ${number}?`}
        schema={paragraph(300, 5)}
        action="Batalkan nomor"
        tone="danger"
        error={spoil.error}
        onAction={async reason => {
          if (await spoil.run({ id, counter: null, reason })) onClose()
        }}
        onCancel={() => setVoiding(false)}
      >
        <p>Nomor tetap berdiri di buku dengan coretan dan alasannya, dan tidak dipakai lagi.</p>
      </ReasonDialog>
    )
  const facts = (
    <>
      <div>
        <StateBadge state={state} />
      </div>
      <p className={layout.detail}>{note}</p>
    </>
  )
  if (state === 'void')
    return (
      <Drawer opened onClose={onClose} title={number}>
        <div className={layout.stack}>{facts}</div>
      </Drawer>
    )
  return (
    <FormDrawer
      title={number}
      onClose={onClose}
      error={save.error}
      extra={
        <ActionButton tone="danger" onAction={() => setVoiding(true)}>
          Batalkan nomor
        </ActionButton>
      }
      action={{ label: 'Simpan', refused: holder.trim() === '' ? 'Isi nama penerima.' : undefined, run: submit }}
    >
      {facts}
      <TextInput {...field({ label: 'Nama penerima' })} data-autofocus {...typing(holder, setHolder)} />
      <TextInput {...field({ label: 'Program', optional: true })} {...typing(program, setProgram)} />
      <DateField label="Tanggal pada surat" value={issuedOn} onChange={date => date !== null && setIssuedOn(date)} />
    </FormDrawer>
  )
}
