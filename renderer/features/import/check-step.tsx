import { Flex } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { isRemarkTitle } from '../../../shared/features/import/import-field.ts'
import { type ImportAnswer, mustDecide } from '../../../shared/features/import/import-row.ts'
import { isWritten, planImport } from '../../../shared/features/import/plan-import.ts'
import { exportedTable, useExport } from '../../app/file/use-export.ts'
import { type Action, cancelAction, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { StickyBar } from '../../ui/form/sticky-bar.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { withField } from './column-step.tsx'
import { decisionsOf } from './field-choices.tsx'
import { FileNotes, formatDay } from './file-notes.tsx'
import styles from './import.module.css'
import { count } from './import-labels.ts'
import { ImportProgressBar } from './import-progress-bar.tsx'
import { importCrumbs } from './import-trail.tsx'
import { RowCounters } from './row-counters.tsx'
import { filterAfter, filterRows, nextUndecided, takesNik, undecided } from './row-filter.ts'
import { RowPane } from './row-pane.tsx'
import { RowTable } from './row-table.tsx'
import type { ImportFile, ImportWork } from './use-import.ts'
import { useRowCursor } from './use-row-cursor.ts'

interface CheckStepProps {
  work: ImportWork
  file: ImportFile
  trail: ReactNode
  answers: ReadonlyMap<number, ImportAnswer>
  onAnswers: (answers: ReadonlyMap<number, ImportAnswer>) => void
  onBack: () => void
  onRun: () => Promise<void>
}

/** All rows with what the import would do, undecided ones first; one button writes them. */
export function CheckStep({ work, file, trail, answers, onAnswers, onBack, onRun }: CheckStepProps) {
  const { reading, name, choices } = file
  const { rows } = reading
  const cursor = useRowCursor(reading)
  const { filter, text, shown, current, choose, focus, show } = cursor
  const waiting = useMemo(() => undecided(rows, answers), [rows, answers])
  const plan = useMemo(() => planImport(rows, answers), [rows, answers])
  const writes = rows.filter(row => {
    const planned = plan.get(row.row)
    return planned !== undefined && isWritten(planned, row)
  }).length
  const remarks = reading.columns.find(({ field, title }) => field === null && isRemarkTitle(title))
  const output = useExport(() =>
    exportedTable(`ditolak ${name.replace(/\.[^.]*$/, '')}`, rejected, [
      ['Baris', row => row.row],
      ['NIK', row => row.nik],
      ['Nama', row => row.name],
      ['Alasan', row => row.note],
    ]),
  )
  const rejected = rows.filter(row => row.status === 'reject')

  function answer(next: ImportAnswer | null, row: number) {
    const changed = new Map(answers)
    if (next) changed.set(row, next)
    else changed.delete(row)
    onAnswers(changed)
    return changed
  }
  function decide(key: string) {
    const decision = current && mustDecide(current) ? decisionsOf(current).find(one => one.key === key) : undefined
    if (!current || !decision) return
    choose(nextUndecided(shown, answer(decision.answer, current.row), current.row))
  }
  async function repair(row: number, nik: string) {
    const again = await work.choose({ repairs: [...choices.repairs.filter(one => one.row !== row), { row, nik }] })
    if (!again) return
    // An earlier decision was about the old NIK.
    answer(null, row)
    const done = again.rows.find(one => one.row === row)
    const others = filterRows(again.rows, 'reject', text, false).filter(one => takesNik(one) && one.row !== row)
    const next = others.find(one => one.row > row) ?? others[0]
    if (done && mustDecide(done)) show('decide', row)
    else if (next) show('reject', next.row, 'nik')
    else show(again.rows.some(one => mustDecide(one) && !answers.has(one.row)) ? 'decide' : 'all', null)
  }
  const typeNik: Action = {
    label: 'Ketik NIK dari KTP',
    hint: 'ketik NIK',
    keys: 'F2',
    refused: current && takesNik(current) ? undefined : 'NIK baris ini tidak perlu diketik.',
    run: () => focus('nik'),
  }
  const nextFilter: Action = {
    label: 'Kelompok baris berikutnya',
    hint: 'kelompok berikutnya',
    keys: 'F6',
    run: () => show(filterAfter(filter, reading.rows), null),
  }
  const run = primaryAction('Ctrl Enter', `Impor ${count(writes)} baris`, onRun, {
    refused: writes > 0 ? undefined : formatNothing(reading.earlier),
    pending: work.pending,
  })
  const keepRemarks: Action = {
    label: 'Simpan sebagai catatan',
    hint: 'simpan keterangan sebagai catatan',
    keys: 'Alt C',
    run: () => remarks && work.choose({ columns: withField(reading.columns, remarks.index, 'remark') }),
  }
  const back = cancelAction(onBack, 'Kembali')
  useActions([
    remarks && keepRemarks,
    run,
    { label: 'Pakai yang ada', keys: '1', run: () => decide('1') },
    { label: 'Pakai dari berkas', keys: '2', run: () => decide('2') },
    { label: 'Lewati', keys: '3', run: () => decide('3') },
    typeNik,
    nextFilter,
    back,
  ])

  return (
    <Page
      fixed
      title="Periksa sebelum impor"
      crumbs={importCrumbs}
      facts={formatFile(name, reading)}
      actions={trail}
      bar={
        <StickyBar
          note={
            work.pending ? (
              <ImportProgressBar progress={work.progress} onCancel={work.cancel} />
            ) : (
              formatBar(waiting.length)
            )
          }
        >
          <ActionButton action={back} />
          {rejected.length > 0 && (
            <ActionButton onAction={output.run}>Unduh {count(rejected.length)} baris ditolak</ActionButton>
          )}
          <ActionButton action={run} />
        </StickyBar>
      }
    >
      <ErrorNote error={work.error ?? output.error} />
      <FileNotes reading={reading} remarks={remarks} keepRemarks={keepRemarks} />
      <Flex flex="none" wrap="wrap" align="end" justify="space-between" gap="0.625rem">
        <RowCounters reading={reading} waiting={waiting.length} filter={filter} onFilter={cursor.setFilter} />
        <KeyHints hints={[nextFilter]} />
        <FilterBar placeholder="Nama, NIK, keterangan" text={text} onText={cursor.setText} />
      </Flex>
      <div className={styles.split} ref={cursor.place}>
        <Flex mih={0} direction="column">
          <Panel flush fill label="Isi berkas">
            <RowTable rows={shown} answers={answers} current={current?.row ?? null} onCurrent={choose} autoFocus />
          </Panel>
        </Flex>
        {current && (
          <RowPane
            key={current.row}
            row={current}
            answer={answers.get(current.row)}
            onAnswer={next => answer(next, current.row)}
            onRepair={nik => void repair(current.row, nik)}
            onStep={cursor.step}
            onLeave={() => focus('list')}
            typeNik={typeNik}
            pending={work.pending}
          />
        )}
      </div>
    </Page>
  )
}

type Earlier = NonNullable<ImportFile['reading']['earlier']>

function formatNothing(earlier: Earlier | null): string {
  if (earlier === null) return 'Tidak ada baris yang dapat masuk.'
  return `Berkas ini sudah diimpor ${formatDay(earlier.at)}; tidak ada yang berubah.`
}

function formatFile(name: string, { sheet, headerRow, signature }: ImportFile['reading']): string {
  const skipped = signature && `tanda tangan di baris ${numbers(signature)} tidak dibaca`
  return [name, `lembar “${sheet}”`, `judul di baris ${headerRow}`, skipped].filter(Boolean).join(' · ')
}

function numbers({ first, last }: { first: number; last: number }): string {
  return first === last ? String(first) : `${first}–${last}`
}

function formatBar(waiting: number): string {
  const undone = waiting > 0 ? `${count(waiting)} baris yang belum diputuskan akan dilewati. ` : ''
  return `${undone}Data berubah hanya setelah Impor; impor dapat ditarik kembali.`
}
