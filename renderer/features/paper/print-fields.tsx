import { NumberInput, Select, TextInput } from '@mantine/core'
import { sidesChoices, sidesLabel } from '../../../shared/features/print/sides.ts'
import { field, typing } from '../../ui/form/field.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import { PrintHistory } from './print-history.tsx'
import { PrinterSelect } from './printer-select.tsx'
import type { PaperPrint } from './use-paper-print.ts'

/** Printer, copies and pages, with the earlier prints of this paper below. */
export function PrintFields({ print }: { print: PaperPrint }) {
  return (
    <>
      {print.system && (
        <PrinterSelect printers={print.printers} value={print.printer} onChange={print.setPrinter} mayAsk />
      )}
      {print.system && (
        <Select
          {...field({ label: 'Sisi' })}
          value={print.sides}
          onChange={sides => print.setSides(sidesChoices.find(one => one === sides) ?? 'SINGLE')}
          data={sidesChoices.map(value => ({ value, label: sidesLabel(value) }))}
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
          {...typing(print.pageRange, print.setPageRange)}
          error={print.sheets === null ? `Tulis seperti 1-3, 5; ada ${print.pages} halaman.` : undefined}
        />
      </Columns>
      <PrintHistory rows={print.log} />
    </>
  )
}
