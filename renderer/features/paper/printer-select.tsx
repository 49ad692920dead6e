import { Select } from '@mantine/core'
import { type Printer, systemPrinter } from '../../../shared/features/print/contract.ts'
import { field } from '../../ui/form/field.tsx'

interface PrinterSelectProps {
  printers: readonly Printer[]
  value: string
  onChange: (name: string) => void
  /** Offers the print dialog of Windows too, as value ''. */
  mayAsk?: boolean
}

/** Chooses a printer of this PC, or the default one of Windows. */
export function PrinterSelect({ printers, value, onChange, mayAsk = false }: PrinterSelectProps) {
  return (
    <Select
      {...field({ label: 'Pencetak' })}
      value={value}
      onChange={name => onChange(name ?? '')}
      data={[
        ...(mayAsk ? [{ value: '', label: 'Pilih saat mencetak' }] : []),
        { value: systemPrinter, label: 'Pencetak bawaan Windows' },
        ...printers.map(one => ({ value: one.name, label: one.label })),
      ]}
    />
  )
}
