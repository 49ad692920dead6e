import { api, useCommand, useRead, useToday } from '../../app/client.ts'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { SegmentedField } from '../../ui/form/segmented-field.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'

/** Whether all trades share one running number or each has its own; takes effect at once. */
export function NumberSeries() {
  const date = useToday()
  const counters = useRead(api.book.counters, { date })
  const choose = useCommand(api.book.chooseSeries, {
    done: () => 'Cara nomor berjalan disimpan.',
    undo: (_, { series }) => api.book.chooseSeries.call({ series: series === 'one' ? 'trade' : 'one' }),
  })
  const [next] = counters.data?.counters ?? []
  return (
    <Panel title="Hitungan nomor">
      <div className={layout.stack}>
        <SegmentedField
          label="Nomor berjalan"
          fullWidth={false}
          data={[
            { value: 'one', label: 'Satu untuk semua kejuruan' },
            { value: 'trade', label: 'Sendiri tiap kejuruan' },
          ]}
          value={counters.data?.series ?? 'one'}
          onChange={series => void choose.run({ series: series === 'trade' ? 'trade' : 'one' })}
        />
        <p className={layout.detail}>
          Sertifikat berikutnya: {next?.next ?? '–'}. Tiap jenis surat dan tiap tahun dihitung sendiri; untuk hitungan
          tiap kejuruan, pola nomor memuat {'{seri}'}. Langsung berlaku.
        </p>
        <ErrorNote error={choose.error} />
      </div>
    </Panel>
  )
}
