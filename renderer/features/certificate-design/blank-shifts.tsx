import { NumberInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BlankShift } from '../../../shared/features/certificate-design/contract.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { field } from '../../ui/field.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { FileDialog } from '../paper/file-dialog.tsx'
import styles from './design-side.module.css'

/** Blanks of a printing house: how far each printer puts things beside their place, measured on a test sheet. */
export function BlankShifts({ shifts }: { shifts: readonly BlankShift[] }) {
  const [printer, setPrinter] = useState(shifts[0]?.printer ?? '')
  const known = shifts.find(shift => shift.printer === printer)
  const [right, setRight] = useState((known?.right ?? 0) / 2)
  const [down, setDown] = useState((known?.down ?? 0) / 2)
  const [testing, setTesting] = useState(false)
  const save = useCommand(api.certificateDesign.setShift, {
    done: (_, { printer: name }) => `Geseran ${name} disimpan.`,
  })

  function show(shift: BlankShift) {
    setPrinter(shift.printer)
    setRight(shift.right / 2)
    setDown(shift.down / 2)
  }

  return (
    <Panel title="Blangko cetakan">
      <div className={styles.fields}>
        <TextInput
          {...field({ label: 'Pencetak', hint: 'Nama untuk pencetak yang memuat blangko.' })}
          value={printer}
          onChange={event => setPrinter(event.currentTarget.value)}
        />
        {shifts.length > 0 && (
          <p className={styles.known}>
            {shifts.map(shift => (
              <LinkAct key={shift.printer} size="small" onAct={() => show(shift)}>
                {shift.printer}
              </LinkAct>
            ))}
          </p>
        )}
        <div className={styles.pair}>
          <NumberInput
            {...field({ label: 'Geser ke kanan (mm)' })}
            {...stepping}
            value={right}
            onChange={value => setRight(Number(value) || 0)}
          />
          <NumberInput
            {...field({ label: 'Geser ke bawah (mm)' })}
            {...stepping}
            value={down}
            onChange={value => setDown(Number(value) || 0)}
          />
        </div>
        <div className={styles.acts}>
          <ActButton
            size="xs"
            {...(printer.trim() === '' ? { refused: 'Isi nama pencetak dulu.' } : {})}
            onAct={() => save.run({ printer, right: Math.round(right * 2), down: Math.round(down * 2) })}
          >
            Simpan geseran
          </ActButton>
          <ActButton
            size="xs"
            {...(known ? {} : { refused: 'Simpan geserannya dulu.' })}
            onAct={() => setTesting(true)}
          >
            Lembar uji
          </ActButton>
        </div>
        {save.error !== null && (
          <Note tone="err" live>
            {save.error}
          </Note>
        )}
      </div>
      {testing && <TestSheet printer={printer} onClose={() => setTesting(false)} />}
    </Panel>
  )
}

const stepping = {
  step: 0.5,
  min: -20,
  max: 20,
  decimalScale: 1,
  decimalSeparator: ',',
  allowedDecimalSeparators: [',', '.'],
}

function TestSheet({ printer, onClose }: { printer: string; onClose: () => void }) {
  const query = useQuery({
    ...api.certificateDesign.testSheet.queryOptions({ input: { printer } }),
    staleTime: 'static',
    gcTime: 0,
  })
  return <FileDialog title={`Lembar uji ${printer}`} query={query} onClose={onClose} />
}
