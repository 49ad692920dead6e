import { Box } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { type PaperSize, paperSizes } from '../../../shared/features/centre/centre.ts'
import { systemPrinter } from '../../../shared/features/print/contract.ts'
import { api, QueryBoundary, useRead } from '../../app/client.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { type DataColumn, DataTable } from '../../ui/table/data-table.tsx'
import { DataProtectionPanel } from '../computer/data-protection-panel.tsx'
import { PrinterTestDialog } from '../paper/printer-test-dialog.tsx'
import { usePrinters } from '../paper/use-printers.ts'
import { PrinterShiftForm } from './printer-shift-form.tsx'

export const computerSectionRoute = pageRoute('/pengaturan/komputer', ComputerSection)

interface PrinterRow {
  name: string
  label: string
  preferred: boolean
  right: number
  down: number
}

/** The printers of this PC: a test page for each paper size, and the offset of each printer. */
function ComputerSection() {
  const { system, present } = usePrinters()
  const shifts = useRead(api.print.shifts, {})
  const centre = useRead(api.centre.get, {})
  const [chosen, setChosen] = useState<string | null>(null)
  const [tested, setTested] = useState<PaperSize | null>(null)
  const rows = present.map((printer): PrinterRow => {
    const shift = shifts.data?.find(one => one.printer === printer.name)
    return { ...printer, right: shift?.right ?? 0, down: shift?.down ?? 0 }
  })
  const current = rows.find(row => row.name === chosen) ?? rows.find(row => row.preferred) ?? rows[0]
  const tests = paperSizes.map(
    (size): Action => ({
      label: `Halaman uji ${size}`,
      keys: size === 'A4' ? 'Alt A' : 'Alt F',
      icon: IconPrinter,
      ...(size === centre.data?.centre.paperSize ? { tone: 'primary' as const } : {}),
      run: () => setTested(size),
    }),
  )
  useActions(tests)
  return (
    <SettingsPage
      section="komputer"
      actions={tests.map(test => <ActionButton key={test.label} action={test} />)}
      side={
        <>
          {current && system && (
            <PrinterShiftForm key={`${current.name} ${current.right} ${current.down}`} printer={current} />
          )}
          <Panel title="Kertas F4 di Windows">
            <Box component="ol" className={layout.words} pl="1.25rem" m={0} style={{ listStyle: 'decimal' }}>
              <li>Setelan › Printer &amp; pemindai › pencetak Anda › Preferensi pencetakan › Ukuran kertas.</li>
              <li>Pilih F4 atau Folio 215 × 330 mm. Bukan Legal (356 mm) dan bukan Letter (279 mm).</li>
              <li>Tidak ada? Pilih Ukuran khusus, isi 215 × 330 mm, simpan dengan nama F4.</li>
              <li>Matikan “Tanpa tepi” dan “Skala ke ukuran kertas”, lalu cetak halaman uji F4.</li>
            </Box>
          </Panel>
        </>
      }
    >
      <Panel flush label="Pencetak komputer ini">
        {system ? (
          <QueryBoundary query={shifts}>
            {() => (
              <DataTable
                label={`${rows.length} pencetak`}
                rows={rows}
                columns={columns}
                rowKey={row => row.name}
                rowLabel={row => row.label}
                current={current?.name ?? null}
                onCurrent={row => setChosen(row.name)}
                empty={
                  <EmptyState icon={IconPrinter} title="Windows belum mengenal pencetak.">
                    Pasang pencetaknya dulu di Setelan › Printer &amp; pemindai.
                  </EmptyState>
                }
              />
            )}
          </QueryBoundary>
        ) : (
          <EmptyState icon={IconPrinter} title="Pencetak dipilih di jendela cetak.">
            Di peramban pencetak, rangkap, dan bolak-balik dipilih saat mencetak. Halaman uji dapat dicetak dari sini.
          </EmptyState>
        )}
      </Panel>
      <DataProtectionPanel />
      {tested && (
        <PrinterTestDialog
          size={tested}
          printer={system ? (current?.name ?? systemPrinter) : ''}
          onClose={() => setTested(null)}
        />
      )}
    </SettingsPage>
  )
}

const columns: DataColumn<PrinterRow>[] = [
  { head: 'Pencetak', names: true, cell: row => row.label, sort: row => row.label },
  {
    head: 'Bawaan',
    width: '7rem',
    cell: row => row.preferred && <Badge>bawaan</Badge>,
    sort: row => Number(!row.preferred),
  },
  { head: 'Geseran', width: '16rem', cell: row => formatShift(row) },
]

/** '1,5 mm ke kanan, 0,5 mm ke atas' */
function formatShift({ right, down }: { right: number; down: number }): string {
  const millimetres = (half: number) => `${String(Math.abs(half) / 2).replace('.', ',')} mm`
  const parts = [
    right !== 0 && `${millimetres(right)} ke ${right > 0 ? 'kanan' : 'kiri'}`,
    down !== 0 && `${millimetres(down)} ke ${down > 0 ? 'bawah' : 'atas'}`,
  ].filter(part => part !== false)
  return parts.length === 0 ? 'tidak digeser' : parts.join(', ')
}
