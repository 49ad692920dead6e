import { Flex } from '@mantine/core'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { isRemarkTitle } from '../../../shared/features/import/import-field.ts'
import { type ImportAnswer, mustDecide } from '../../../shared/features/import/import-row.ts'
import { isWritten, planImport } from '../../../shared/features/import/plan-import.ts'
import { isPlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import { exportedTable, useExport } from '../../app/file/use-export.ts'
import { type Action, cancelAction, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { StickyBar } from '../../ui/form/sticky-bar.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { withField } from './column-step.tsx'
import { decisionsOf } from './field-choices.tsx'
import styles from './import.module.css'
import { count } from './import-labels.ts'
import { ImportProgressBar } from './import-progress-bar.tsx'
import { importCrumbs } from './import-trail.tsx'
import { RowCounters } from './row-counters.tsx'
import { filterAfter, filterRows, nextUndecided, type RowFilter, takesNik, undecided } from './row-filter.ts'
import { RowPane } from './row-pane.tsx'
import { RowTable } from './row-table.tsx'
import type { ImportFile, ImportWork } from './use-import.ts'

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
  const [filter, setFilter] = useState<RowFilter>(() => (rows.some(mustDecide) ? 'decide' : 'all'))
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<number | null>(null)
  const place = useRef<HTMLDivElement>(null)
  /** Where the focus goes after the rows are drawn. */
  const [goal, setGoal] = useState<{ at: 'list' | 'nik' } | null>(null)
  useEffect(() => {
    if (goal === null) return
    const list = place.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')
    const nik = goal.at === 'nik' && place.current?.querySelector<HTMLElement>('form input')
    ;(nik || list)?.focus()
  }, [goal])
  const shown = useMemo(
    () => filterRows(rows, filter, text, reading.spoilt !== null),
    [rows, filter, text, reading.spoilt],
  )
  const waiting = useMemo(() => undecided(rows, answers), [rows, answers])
  const plan = useMemo(() => planImport(rows, answers), [rows, answers])
  const current = shown.find(row => row.row === chosen) ?? shown[0]
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
    setChosen(nextUndecided(shown, answer(decision.answer, current.row), current.row))
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
    else if (next) {
      setFilter('reject')
      setChosen(next.row)
      setGoal({ at: 'nik' })
    } else show(again.rows.some(one => mustDecide(one) && !answers.has(one.row)) ? 'decide' : 'all', null)
  }
  function show(next: RowFilter, row: number | null) {
    setFilter(next)
    setChosen(row)
    setGoal({ at: 'list' })
  }
  function step(by: 1 | -1) {
    const to = current && shown[shown.indexOf(current) + by]
    if (!to) return
    setChosen(to.row)
    setGoal({ at: 'nik' })
  }
  const typeNik: Action = {
    label: 'Ketik NIK dari KTP',
    hint: 'ketik NIK',
    keys: 'F2',
    refused: current && takesNik(current) ? undefined : 'NIK baris ini tidak perlu diketik.',
    run: () => setGoal({ at: 'nik' }),
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
      {reading.spoilt && (
        <Note
          tone="err"
          title={`Kolom NIK rusak: ${count(reading.spoilt.damaged)} dari ${count(reading.spoilt.total)}.`}
        >
          Excel menyimpan NIK sebagai angka dan membuang akhirnya. Minta berkas ulang dengan kolom NIK berformat Teks;
          baris yang rusak ada di bawah “Ditolak”.
        </Note>
      )}
      {reading.suspect && (
        <Note
          tone="warn"
          title={`${count(reading.suspect.endInZero)} dari ${count(reading.suspect.total)} NIK berakhir 0.`}
        >
          Kolomnya mungkin pernah menjadi angka di Excel. Cocokkan beberapa dengan KTP sebelum mengimpor.
        </Note>
      )}
      {reading.earlier && (
        <Note tone="info">
          {formatEarlier(reading.earlier)}{' '}
          <PathLink path={`/peserta/impor/${reading.earlier.id}`}>Buka tanda terimanya</PathLink>
        </Note>
      )}
      {remarks && (
        <Note tone="info" title={`Kolom “${remarks.title}” tidak ikut masuk.`}>
          Isinya, seperti “{remarks.samples[0]}”, dapat disimpan sebagai catatan pada orangnya.{' '}
          <LinkAction action={keepRemarks} />
        </Note>
      )}
      <Flex flex="none" wrap="wrap" align="end" justify="space-between" gap="0.625rem">
        <RowCounters reading={reading} waiting={waiting.length} filter={filter} onFilter={setFilter} />
        <KeyHints hints={[nextFilter]} />
        <FilterBar placeholder="Nama, NIK, keterangan" text={text} onText={setText} />
      </Flex>
      <div className={styles.split} ref={place}>
        <Flex mih={0} direction="column">
          <Panel flush fill label="Isi berkas">
            <RowTable rows={shown} answers={answers} current={current?.row ?? null} onCurrent={setChosen} autoFocus />
          </Panel>
        </Flex>
        {current && (
          <RowPane
            key={current.row}
            row={current}
            answer={answers.get(current.row)}
            onAnswer={next => answer(next, current.row)}
            onRepair={nik => void repair(current.row, nik)}
            onStep={step}
            onLeave={() => setGoal({ at: 'list' })}
            typeNik={typeNik}
            pending={work.pending}
          />
        )}
      </div>
    </Page>
  )
}

type Earlier = NonNullable<ImportFile['reading']['earlier']>

function formatEarlier({ at, operator }: Earlier): string {
  return `Berkas ini sudah diimpor ${formatDay(at)} oleh ${operator}.`
}

function formatNothing(earlier: Earlier | null): string {
  if (earlier === null) return 'Tidak ada baris yang dapat masuk.'
  return `Berkas ini sudah diimpor ${formatDay(earlier.at)}; tidak ada yang berubah.`
}

function formatDay(at: string): string {
  const date = at.slice(0, 10)
  return isPlainDate(date) ? shortDay(date) : date
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
