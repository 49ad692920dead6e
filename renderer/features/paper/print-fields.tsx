import { NumberInput, Select, TextInput } from '@mantine/core'
import { field } from '../../ui/form/field.tsx'
import { openByF4 } from '../../ui/form/open-by-f4.ts'
import { Columns } from '../../ui/page/columns.tsx'
import { PrintHistory } from './print-history.tsx'
import type { PaperPrint } from './use-paper-print.ts'

const askWhilePrinting = 'Pilih saat mencetak'

/** Printer, copies and pages; below them who printed this paper before. */
export function PrintFields({ print }: { print: PaperPrint }) {
  return (
    <>
      {print.system && (
        <Select
          {...field({ label: 'Pencetak' })}
          allowDeselect={false}
          onKeyDown={openByF4}
          value={print.printer}
          onChange={name => print.setPrinter(name ?? '')}
          data={[
            { value: '', label: askWhilePrinting },
            ...print.printers.map(one => ({ value: one.name, label: one.label })),
          ]}
        />
      )}
      <Columns widths="repeat(auto-fit, minmax(6rem, 1fr))" gap="0.75rem" align="stretch">
        {print.system && (
          <NumberInput
            {...field({ label: 'Rangkap' })}
            min={1}
            max={99}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="strict"
            value={print.copies}
            onChange={value => print.setCopies(typeof value === 'number' && value >= 1 ? value : null)}
          />
        )}
        <TextInput
          {...field({ label: 'Halaman' })}
          placeholder="Semua"
          value={print.pageRange}
          error={print.sheets === null ? `Tulis seperti 1-3, 5; ada ${print.pages} halaman.` : undefined}
          onChange={event => print.setPageRange(event.currentTarget.value)}
        />
      </Columns>
      <PrintHistory rows={print.log} />
    </>
  )
}
