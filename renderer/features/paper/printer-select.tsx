import { Select } from '@mantine/core'
import { type Printer, systemPrinter } from '../../../shared/features/print/contract.ts'
import { field } from '../../ui/form/field.tsx'

interface PrinterSelectProps {
  printers: readonly Printer[]
  value: string
  onChange: (name: string) => void
  /** Whether the dialog of Windows may ask for one while printing, as value ''. */
  mayAsk?: boolean
}

/** One of the printers of this PC, or the one that Windows takes by itself. */
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
