import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportQuestion } from '../../shared/features/hub/hub-contract.ts'
import { ErrorNote } from '../ui/feedback/note.tsx'
import { field } from '../ui/form/field.tsx'
import layout from '../ui/page/layout.module.css'
import { Page } from '../ui/page/page.tsx'
import { Panel } from '../ui/page/panel.tsx'
import { api, client, problemOf, saveFile, useRead } from './hub-client.ts'
import { useChosen } from './hub-year.ts'
import { ReportTable } from './report-table.tsx'
import { useSummary } from './use-summary.ts'

/** A composed report over all centres or one, with the same measures as in a centre. */
export function ReportPage() {
  const { chosen } = useChosen()
  const summary = useSummary().data
  const year = chosen.year ?? summary?.year ?? 2025
  const choices = useRead(api.measures, {}).data
  const [edits, edit] = useState<Partial<ReportQuestion>>({})
  const question: ReportQuestion = {
    measures: ['participants', 'graduates'],
    by: ['centre'],
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    centreId: chosen.centreId,
    ...edits,
  }
  const report = useRead(api.report, question, { placeholderData: before => before })
  const file = useMutation({
    mutationFn: (format: 'xlsx' | 'csv') => client.reportFile({ question, format }),
    onSuccess: made => saveFile(made as File),
  })
  const possible = choices?.dimensions.filter(one =>
    question.measures.every(key => choices.measures.find(row => row.key === key)?.by.includes(one.key)),
  )
  return (
    <Page
      title="Laporan"
      facts="Ukuran yang sama seperti di balai"
      actions={
        <>
          <Button variant="default" loading={file.isPending} onClick={() => file.mutate('csv')}>
            Simpan CSV
          </Button>
          <Button loading={file.isPending} onClick={() => file.mutate('xlsx')}>
            Ekspor ke Excel
          </Button>
        </>
      }
    >
      <Panel label="Pilihan laporan">
        <div className={layout.pair}>
          <MultiSelect
            {...field({ label: 'Ukuran' })}
            data={choices?.measures.map(one => ({ value: one.key, label: one.label })) ?? []}
            value={question.measures}
            maxValues={6}
            searchable
            onChange={measures => measures.length > 0 && edit({ ...edits, measures })}
          />
          <Select
            {...field({ label: 'Dibagi menurut' })}
            data={possible?.map(one => ({ value: one.key, label: one.label })) ?? []}
            value={question.by[0] ?? null}
            onChange={value => edit({ ...edits, by: value ? [value] : [] })}
            clearable
          />
          <Select
            {...field({ label: 'Balai', optional: true, hint: 'Kosong untuk semua balai.' })}
            data={summary?.centres.map(one => ({ value: one.id, label: `${one.name}, ${one.city}` })) ?? []}
            value={question.centreId}
            onChange={centreId => edit({ ...edits, centreId })}
            searchable
            clearable
          />
          <TextInput
            {...field({ label: 'Dari' })}
            type="date"
            value={question.from}
            onChange={event => event.currentTarget.value && edit({ ...edits, from: event.currentTarget.value })}
          />
          <TextInput
            {...field({ label: 'Sampai' })}
            type="date"
            value={question.to}
            onChange={event => event.currentTarget.value && edit({ ...edits, to: event.currentTarget.value })}
          />
        </div>
      </Panel>
      {(report.isError || file.isError) && <ErrorNote error={problemOf(report.error ?? file.error)} />}
      <Panel flush label="Laporan">
        {report.data && <ReportTable answer={report.data} label="Laporan" />}
      </Panel>
    </Page>
  )
}
