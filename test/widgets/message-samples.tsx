import { useState } from 'react'
import { ActionButton } from '../../renderer/ui/action/action-button.tsx'
import { FormDrawer, FormModal } from '../../renderer/ui/dialog/form-dialog.tsx'
import { toast } from '../../renderer/ui/feedback/toast.ts'
import { Sample } from './sample.tsx'

const words =
  'Kehadiran hari ke-3 s.d. 12 terisi: 3 sakit, 7 izin, 2 alpa, sisanya hadir, dan satu surat dokter menyusul.'

const days = Array.from({ length: 30 }, (_, n) => `Hari ke-${n + 1}`)

/** Messages on the page and in the windows over it. */
export function MessageSamples() {
  const [opened, setOpened] = useState<'drawer' | 'dialog' | null>(null)
  const [undone, setUndone] = useState(0)
  const Form = opened === 'drawer' ? FormDrawer : FormModal
  const close = () => setOpened(null)
  const tell = () => toast(words, { duration: 600, onUndo: () => setUndone(undone + 1) })
  return (
    <Sample name="Pesan" lastEvent={`diurungkan ${undone}`}>
      <ActionButton onAction={tell}>Beri tahu</ActionButton>
      <ActionButton onAction={() => toast('Yang kedua.')}>Beri tahu lagi</ActionButton>
      <ActionButton onAction={() => setOpened('drawer')}>Buka laci</ActionButton>
      <ActionButton onAction={() => setOpened('dialog')}>Buka dialog</ActionButton>
      {opened && (
        <Form
          title="Isi kehadiran"
          onClose={close}
          action={{ label: 'Simpan kehadiran', run: close }}
          extra={<ActionButton onAction={() => toast(words, { onUndo: close })}>Isi semua</ActionButton>}
        >
          {days.map(day => (
            <p key={day}>{day}</p>
          ))}
        </Form>
      )}
    </Sample>
  )
}
