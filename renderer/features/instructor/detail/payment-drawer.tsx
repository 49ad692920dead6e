import { Select, TextInput } from '@mantine/core'
import {
  type Payment,
  payeeStatuses,
  payeeStatusNames,
  paymentDraft,
} from '../../../../shared/features/instructor/payment.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { api, QueryBoundary, useCommand, useRead } from '../../../app/client.ts'
import { useDraftForm } from '../../../app/use-draft-form.ts'
import { FormDrawer } from '../../../ui/dialog/form-dialog.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { fieldOf } from '../../../ui/form/field.tsx'
import layout from '../../../ui/page/layout.module.css'

/** Payment data of an instructor, for lists of honoraria and transfers. */
export function PaymentDrawer({ id, name, onClose }: { id: InstructorId; name: string; onClose: () => void }) {
  const reading = useRead(api.instructor.payment, { id })
  if (reading.data) return <PaymentForm id={id} name={name} payment={reading.data} onClose={onClose} />
  return <QueryBoundary query={reading}>{() => null}</QueryBoundary>
}

interface PaymentFormProps {
  id: InstructorId
  name: string
  payment: Payment
  onClose: () => void
}

function PaymentForm({ id, name, payment, onClose }: PaymentFormProps) {
  const draft = useDraftForm(paymentDraft, payment)
  const save = useCommand(api.instructor.savePayment, {
    done: () => 'Data pembayaran disimpan.',
    undo: () => api.instructor.savePayment.call({ id, payment }),
  })
  const { form } = draft
  async function store() {
    const values = draft.read()
    if (values && (await save.run({ id, payment: values }))) onClose()
  }
  return (
    <FormDrawer title={`Pembayaran ${name}`} onClose={onClose} action={{ label: 'Simpan pembayaran', run: store }}>
      <Select
        data={payeeStatuses.map(status => ({ value: status, label: payeeStatusNames[status] }))}
        allowDeselect={false}
        {...fieldOf(form, 'status', { label: 'Status pajak', hint: 'Menentukan PPh 21 honorarium.' })}
      />
      <TextInput inputMode="numeric" {...fieldOf(form, 'npwp', { label: 'NPWP atau NIK', optional: true })} />
      <div className={layout.pair}>
        <TextInput {...fieldOf(form, 'bankName', { label: 'Bank', optional: true })} />
        <TextInput inputMode="numeric" {...fieldOf(form, 'bankAccount', { label: 'No. rekening', optional: true })} />
      </div>
      <TextInput {...fieldOf(form, 'bankHolder', { label: 'Atas nama', optional: true })} />
      <ErrorNote error={save.error} />
    </FormDrawer>
  )
}
