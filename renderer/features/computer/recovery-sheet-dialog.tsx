import { TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isGroup } from '../../../shared/features/computer/recovery-code.ts'
import { api, readOnce } from '../../app/client.ts'
import { errorMessage } from '../../app/error-message.ts'
import { usePaperOutput } from '../../app/file/use-paper-output.ts'
import { useCommand } from '../../app/use-command.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { LoadingBars } from '../../ui/feedback/loading-bars.tsx'
import { field } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'

/** A new sheet: printed, then two of its groups typed back from the paper. The code is never on the screen. */
export function RecoverySheetDialog({ onClose }: { onClose: () => void }) {
  const made = useQuery({ ...api.computer.makeSheet.queryOptions({ input: {} }), ...readOnce, retry: false })
  const { print } = usePaperOutput()
  const test = useCommand(api.computer.testSheet, {
    done: ({ number }) => `Lembar pemulihan nomor ${number} berlaku mulai sekarang.`,
  })
  const [printed, setPrinted] = useState(false)
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const sheet = made.data
  const ask = sheet?.ask ?? []

  async function printSheet() {
    if (!sheet) return
    const title = `Lembar Pemulihan ${sheet.number}`
    const done = await print.run({ title, pdf: sheet.file as File })
    if (done?.output.printed) setPrinted(true)
  }
  async function finish() {
    if (!sheet) return
    const groups = ask.map(group => ({ group, text: (typed[group] ?? '').trim() }))
    if (await test.run({ ticket: sheet.ticket, groups })) onClose()
  }
  const refused = !sheet
    ? 'Lembarnya sedang dibuat.'
    : !printed
      ? 'Cetak lembarnya dulu.'
      : ask.some(group => !isGroup(typed[group] ?? '', group - 1))
        ? 'Ketik kedua kelompok seperti di lembar.'
        : undefined

  return (
    <FormModal
      title={sheet ? `Lembar pemulihan nomor ${sheet.number}` : 'Lembar pemulihan'}
      size={520}
      enterMoves
      onClose={onClose}
      error={test.error}
      action={{ label: 'Pakai lembar ini', refused, pending: test.pending, run: finish }}
    >
      {made.error ? (
        <ErrorNote error={errorMessage(made.error)} />
      ) : sheet ? (
        <>
          <p className={layout.words}>
            1. Cetak dua lembar. Kodenya hanya ada di kertas; setelah jendela ini ditutup, lembar yang belum diuji tidak
            berlaku.
          </p>
          <div>
            <ActionButton icon={IconPrinter} pending={print.pending} onAction={printSheet}>
              {printed ? 'Cetak sekali lagi' : 'Cetak lembar'}
            </ActionButton>
          </div>
          <ErrorNote error={print.error} />
          <p className={layout.words}>2. Ketik dua kelompok ini dari kertasnya, untuk memastikan lembarnya terbaca.</p>
          <div className={layout.pair}>
            {ask.map(group => (
              <TextInput
                key={group}
                {...field({ label: `Kelompok ke-${group}` })}
                maxLength={4}
                autoComplete="off"
                spellCheck={false}
                disabled={!printed}
                value={typed[group] ?? ''}
                onChange={event => setTyped({ ...typed, [group]: event.currentTarget.value.toUpperCase() })}
              />
            ))}
          </div>
          <p className={layout.words}>
            3. Simpan satu di brankas kantor dan satu di tempat lain. Lembar sebelumnya lalu dimusnahkan.
          </p>
        </>
      ) : (
        <LoadingBars rows={4} />
      )}
    </FormModal>
  )
}
