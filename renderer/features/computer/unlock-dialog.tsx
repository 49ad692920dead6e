import { api, useCommand } from '../../app/client.ts'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { SheetCodeField, useSheetCode } from '../../ui/form/sheet-code-field.tsx'
import layout from '../../ui/page/layout.module.css'

/** Asks for the whole code of the sheet, on a new PC or after Windows was reinstalled. */
export function UnlockDialog({ onClose }: { onClose: () => void }) {
  const sheet = useSheetCode()
  const unlock = useCommand(api.computer.unlock, { done: () => 'Hasil scan terbuka di komputer ini.' })
  return (
    <FormModal
      title="Buka dengan lembar pemulihan"
      size={520}
      onClose={onClose}
      error={unlock.error}
      action={{
        label: 'Buka hasil scan',
        refused: sheet.refused,
        pending: unlock.pending,
        run: async () => {
          if (await unlock.run({ code: sheet.code })) onClose()
        },
      }}
    >
      <p className={layout.words}>
        Kodenya delapan kelompok dari empat tanda. Sesudah terbuka, komputer ini menjaga kuncinya sendiri.
      </p>
      <SheetCodeField sheet={sheet} />
    </FormModal>
  )
}
