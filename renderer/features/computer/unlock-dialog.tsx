import { useState } from 'react'
import { readRecoveryCode } from '../../../shared/features/computer/recovery-code.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { SheetCodeField } from '../../ui/form/sheet-code-field.tsx'
import layout from '../../ui/page/layout.module.css'

/** The whole code of the sheet, on another PC or after Windows was installed anew. */
export function UnlockDialog({ onClose }: { onClose: () => void }) {
  const [code, setCode] = useState('')
  const unlock = useCommand(api.computer.unlock, { done: () => 'Hasil scan terbuka di komputer ini.' })
  const read = readRecoveryCode(code)
  const typed = code.replace(/[\s-]+/g, '').length
  const wrong = 'wrongGroup' in read && typed >= read.wrongGroup * 4 ? read.wrongGroup : null
  const refused =
    wrong !== null ? `Kelompok ke-${wrong} salah ketik.` : 'bytes' in read ? undefined : 'Ketik kedelapan kelompok.'
  return (
    <FormModal
      title="Buka dengan lembar pemulihan"
      size={520}
      enterMoves
      onClose={onClose}
      error={unlock.error}
      action={{
        label: 'Buka hasil scan',
        refused,
        pending: unlock.pending,
        run: async () => {
          if (await unlock.run({ code })) onClose()
        },
      }}
    >
      <p className={layout.words}>
        Kodenya delapan kelompok dari empat tanda. Sesudah terbuka, komputer ini menjaga kuncinya sendiri.
      </p>
      <SheetCodeField value={code} wrong={wrong} onChange={setCode} />
    </FormModal>
  )
}
