import { Flex, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { BlankShift } from '../../../shared/features/certificate-design/contract.ts'
import { api, readOnce, useCommand, useRead, useSession } from '../../app/client.ts'
import { FileDialog } from '../../app/file/file-dialog.tsx'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import { halfMillimetres } from '../../ui/form/half-millimetres.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { BlankRunDialog } from './blank-run-dialog.tsx'
import styles from './design-side.module.css'

/** Print offset of each printer for pre-printed blanks, measured on a test sheet. */
export function BlankShifts({ shifts }: { shifts: readonly BlankShift[] }) {
  const { capabilities } = useSession()
  const [printer, setPrinter] = useState(shifts[0]?.printer ?? '')
  const known = shifts.find(shift => shift.printer === printer)
  const unsaved = known ? undefined : 'Simpan geserannya dulu.'
  const [right, setRight] = useState((known?.right ?? 0) / 2)
  const [down, setDown] = useState((known?.down ?? 0) / 2)
  const [shown, setShown] = useState<'test' | 'class' | 'run' | null>(null)
  const [code, setCode] = useState('')
  const classes = useRead(api.cohort.list, {})
  const save = useCommand(api.certificateDesign.setShift, {
    done: (_, { printer: name }) => `Geseran ${name} disimpan.`,
    async undo(_, { printer: name }) {
      const before = known ?? { printer: name, right: 0, down: 0 }
      await api.certificateDesign.setShift.call(before)
      show(before)
    },
  })

  function show(shift: BlankShift) {
    setPrinter(shift.printer)
    setRight(shift.right / 2)
    setDown(shift.down / 2)
  }

  return (
    <Panel title="Blangko cetakan">
      <div className={layout.tight}>
        <TextInput
          {...field({ label: 'Pencetak', hint: 'Nama untuk pencetak yang memuat blangko.' })}
          {...typing(printer, setPrinter)}
        />
        {shifts.length > 0 && (
          <Flex component="p" wrap="wrap" gap="0.25rem 0.75rem">
            {shifts.map(shift => (
              <LinkAction key={shift.printer} size="small" onAction={() => show(shift)}>
                {shift.printer}
              </LinkAction>
            ))}
          </Flex>
        )}
        <div className={styles.pair}>
          <NumberInput {...field({ label: 'Geser ke kanan (mm)' })} {...halfMillimetres(right, setRight)} />
          <NumberInput {...field({ label: 'Geser ke bawah (mm)' })} {...halfMillimetres(down, setDown)} />
        </div>
        <div className={layout.chips}>
          <ActionButton
            size="xs"
            refused={printer.trim() === '' ? 'Isi nama pencetak dulu.' : undefined}
            onAction={() => save.run({ printer, right: Math.round(right * 2), down: Math.round(down * 2) })}
          >
            Simpan geseran
          </ActionButton>
          <ActionButton size="xs" refused={unsaved} onAction={() => setShown('test')}>
            Lembar uji
          </ActionButton>
        </div>
        <NativeSelect
          {...field({ label: 'Kelas yang dicetak pada blangko' })}
          data={[
            { value: '', label: 'Pilih kelas' },
            ...(classes.data ?? []).map(one => ({ value: one.code, label: one.code })),
          ]}
          {...typing(code, setCode)}
        />
        <div className={layout.chips}>
          <ActionButton
            size="xs"
            refused={code === '' ? 'Pilih kelas dulu.' : unsaved}
            onAction={() => setShown('class')}
          >
            Cetak pada blangko
          </ActionButton>
          {capabilities.print === 'system' && (
            <ActionButton
              size="xs"
              refused={code === '' ? 'Pilih kelas dulu.' : unsaved}
              onAction={() => setShown('run')}
            >
              Satu per satu
            </ActionButton>
          )}
        </div>
        <ErrorNote error={save.error} />
      </div>
      {shown === 'test' && <TestSheet printer={printer} onClose={() => setShown(null)} />}
      {shown === 'run' && <BlankRunDialog code={code} shift={printer} onClose={() => setShown(null)} />}
      {shown === 'class' && <OnBlanks code={code} printer={printer} onClose={() => setShown(null)} />}
    </Panel>
  )
}

function TestSheet({ printer, onClose }: { printer: string; onClose: () => void }) {
  const query = useRead(api.certificateDesign.testSheet, { printer }, readOnce)
  return <FileDialog title={`Lembar uji ${printer}`} query={query} onClose={onClose} />
}

/** The issued certificates of a class, shifted by the offset of this printer. */
function OnBlanks({ code, printer, onClose }: { code: string; printer: string; onClose: () => void }) {
  const query = useRead(api.certificateDesign.onBlanks, { code, printer }, readOnce)
  return <FileDialog title={`Sertifikat ${code} pada blangko`} query={query} onClose={onClose} />
}
