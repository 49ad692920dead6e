import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { api, useCommand } from '../../app/client.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { field } from '../../ui/form/field.tsx'
import { halfMillimetres } from '../../ui/form/half-millimetres.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'

interface PrinterShiftFormProps {
  /** `right` and `down` in half millimetres. */
  printer: { name: string; label: string; right: number; down: number }
}

/** The offset of a printer, measured on its test page. Every paper printed on it is shifted by it. */
export function PrinterShiftForm({ printer }: PrinterShiftFormProps) {
  const [right, setRight] = useState(printer.right / 2)
  const [down, setDown] = useState(printer.down / 2)
  const save = useCommand(api.print.setShift, {
    done: () => `Geseran ${printer.label} disimpan.`,
    undo: () => api.print.setShift.call({ printer: printer.name, right: printer.right, down: printer.down }),
  })
  return (
    <Panel title={`Geseran ${printer.label}`}>
      <div className={layout.tight}>
        <NumberInput
          {...field({ label: 'Geser ke kanan (mm)', hint: 'Ukur silang kiri atas pada halaman uji.' })}
          {...halfMillimetres(right, setRight)}
        />
        <NumberInput {...field({ label: 'Geser ke bawah (mm)' })} {...halfMillimetres(down, setDown)} />
        <div className={layout.chips}>
          <ActionButton
            size="xs"
            pending={save.pending}
            onAction={() =>
              save.run({ printer: printer.name, right: Math.round(right * 2), down: Math.round(down * 2) })
            }
          >
            Simpan geseran
          </ActionButton>
        </div>
        <ErrorNote error={save.error} />
      </div>
    </Panel>
  )
}
