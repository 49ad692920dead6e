import { useState } from 'react'
import type { Mark } from '../../../shared/features/attendance/mark.ts'
import type { ScanDetail, ScanRow } from '../../../shared/features/scan/contract.ts'
import { api, useCommand } from '../../app/client.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { gridKeys, listKeys } from '../../ui/action/widget-keys.ts'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { type Choices, keyOfRow, markOf, undecided } from './scan-choice.ts'
import { BoxPicture } from './scan-picture.tsx'
import { ScanRows } from './scan-rows.tsx'

interface ScanReviewProps {
  scan: ScanDetail
  source: string | null
  current: number
  onCurrent: (index: number) => void
  onDone: () => unknown
}

/** What the boxes say, to be confirmed; nothing is written before. */
export function ScanReview({ scan, source, current, onCurrent, onDone }: ScanReviewProps) {
  const { rows } = scan
  const [choices, setChoices] = useState<Choices>(new Map())
  const confirm = useCommand(api.scan.confirm, {
    done: ({ written, kept }) =>
      `${written} tanda kehadiran ditulis${kept > 0 ? `, ${kept} yang sudah ada tetap` : ''}.`,
  })
  const doubtful = undecided(rows, choices)
  const marks = rows.flatMap(row => {
    const mark = markOf(row, choices)
    return mark === null ? [] : [{ enrolmentId: row.enrolmentId, n: row.n, mark }]
  })
  const refused = doubtful.length > 0 ? `Periksa dulu ${doubtful.length} kotak yang meragukan.` : undefined

  function choose(row: ScanRow, choice: Mark | 'empty' | 'accept') {
    if (row.present !== null) return onCurrent(Math.min(rows.length - 1, current + 1))
    // A signature for half a day only has no proposal to accept.
    if (choice === 'accept' && row.signed === null) return
    const proposal = choices.get(keyOfRow(row)) ?? (row.signed ? 'H' : 'empty')
    setChoices(new Map(choices).set(keyOfRow(row), choice === 'accept' ? proposal : choice))
    onCurrent(Math.min(rows.length - 1, current + 1))
  }
  async function save() {
    if (refused === undefined && (await confirm.run({ id: scan.id, marks }))) onDone()
  }
  const confirmAll = primaryAction(
    'Ctrl Enter',
    rows.length === 0 ? 'Tandai sudah diperiksa' : `Tulis ${marks.length} tanda kehadiran`,
    save,
    { hint: 'simpan yang terbaca', refused },
  )
  useActions([scan.state === 'filed' && confirmAll])

  if (scan.state === 'confirmed') {
    return (
      <Panel title="Sudah diperiksa">
        Lembar ini menjadi arsip kelas. <ToCohort scan={scan} />
      </Panel>
    )
  }
  if (rows.length === 0) {
    return (
      <Panel title="Hanya diarsipkan">
        <div className={layout.tight}>
          <ErrorNote error={confirm.error} />
          <div>
            Kotak tanda tangan tidak dibaca dari lembar ini. Cocokkan gambarnya dengan kehadiran kelas.{' '}
            <ToCohort scan={scan} />
          </div>
          <ActionButton action={confirmAll} autoFocus />
        </div>
      </Panel>
    )
  }
  return (
    <>
      <Panel label="Kotak yang dilihat" flush>
        {source && <BoxPicture source={source} size={scan.size} row={rows[current]} />}
      </Panel>
      <ErrorNote error={confirm.error} />
      <Panel title="Yang terbaca" facts={formatFact(rows, choices)} flush fill>
        <ScanRows
          rows={rows}
          choices={choices}
          current={current}
          manyDays={new Set(rows.map(row => row.n)).size > 1}
          onCurrent={onCurrent}
          onChoose={choose}
        />
      </Panel>
      <KeyHints
        hints={[listKeys.open('benar, berikutnya'), gridKeys.letters('HSIAT', 'ganti'), { keys: 'K', text: 'kosong' }]}
      />
      <ActionButton action={confirmAll} />
    </>
  )
}

function ToCohort({ scan }: { scan: ScanDetail }) {
  return scan.sheet && <LinkAction path={cohortPath(scan.sheet.code, 'attendance')}>Buka kehadiran kelas</LinkAction>
}

function formatFact(rows: readonly ScanRow[], choices: Choices): string {
  const open = rows.filter(row => row.present === null)
  const empty = open.filter(row => markOf(row, choices) === null).length
  const remaining = undecided(rows, choices).length
  const words = [
    `${rows.length} kotak`,
    remaining > 0 && `${remaining} meragukan`,
    empty > 0 && `${empty} kosong tidak ditulis`,
    open.length < rows.length && `${rows.length - open.length} sudah tercatat`,
  ]
  return words.filter(Boolean).join(', ')
}
