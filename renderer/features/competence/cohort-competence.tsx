import { TextInput } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { dateText } from '../../../shared/features/competence/competence-format.ts'
import type { CompetenceRow } from '../../../shared/features/competence/contract.ts'
import { api, useRead, useToday } from '../../app/client.ts'
import { layOver, useOnTheWay } from '../../app/desk/on-the-way.ts'
import { useSharedCommand } from '../../app/desk/use-shared-command.tsx'
import { useFileCommand } from '../../app/file/use-file-command.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { gridKeys } from '../../ui/action/widget-keys.ts'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import { RejectedValues } from '../../ui/grid/rejected-values.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { CohortFrame, WithCohort } from '../cohort/cohort-frame.tsx'
import { NoTrainees } from '../cohort/no-trainees.tsx'
import { CompetenceBoard } from './competence-board.tsx'
import { type TypedTest, testWrites, type UsualTest } from './test-writes.ts'

const title = 'Uji kompetensi BNSP'

/** Results of the test by an LSP for a class. The LSP prints the certificates; they are only recorded here. */
export function CohortCompetence({ code }: { code: string }) {
  const reading = useRead(api.competence.list, { code })
  return (
    <WithCohort code={code} tab="graduation" title={title} query={reading}>
      {(cohort, rows) => <Results cohort={cohort} rows={rows} />}
    </WithCohort>
  )
}

function Results({ cohort, rows: stored }: { cohort: Cohort; rows: readonly CompetenceRow[] }) {
  const router = useRouter()
  const today = useToday()
  const save = useSharedCommand(api.competence.save, {
    label: ({ row = '' }) => row,
    format: (_, value) => formatTest(value as CompetenceRow['test']),
    columnOf: () => 'result',
  })
  const way = useOnTheWay<TypedTest>(`tests ${cohort.code}`, stored)
  const rows = useMemo(
    () =>
      layOver(
        stored,
        way.entries,
        (row, one) => row.enrolmentId === one.enrolmentId,
        (row, { test }) => ({ ...row, test: test && { ...row.test, ...test } }),
      ),
    [stored, way.entries],
  )
  const sheet = useFileCommand(api.competence.export)
  const [rejected, setRejected] = useState<readonly string[]>([])
  const last = rows.findLast(row => row.test !== null)?.test
  const [usual, setUsual] = useState<UsualTest>({
    testedOn: last?.testedOn ?? today,
    lsp: last?.lsp ?? '',
    scheme: last?.scheme ?? '',
  })
  const locked =
    cohort.status === 'cancelled' ? domainErrorMessage({ code: 'cohort_cancelled', cohort: cohort.title }) : undefined
  const tested = rows.filter(row => row.test !== null).length
  const error = save.error ?? sheet.error

  return (
    <CohortFrame
      cohort={cohort}
      tab="graduation"
      title={title}
      facts={formatFact(rows)}
      fixed
      actions={
        <>
          <ActionButton onAction={() => router.history.push('/uji-bnsp')}>Semua kelas</ActionButton>
          <ActionButton
            icon={IconFileSpreadsheet}
            refused={tested === 0 ? 'Belum ada hasil uji.' : undefined}
            onAction={() => sheet.run({ code: cohort.code })}
          >
            Ekspor Excel
          </ActionButton>
        </>
      }
    >
      <Panel
        dense
        title="Uji ini"
        facts="Dipakai untuk setiap hasil yang diketik sesudah ini. Sertifikat dicetak LSP; di sini hanya nomor dan tanggalnya."
      >
        <Columns widths="11rem 1fr 1fr">
          <DateField
            label="Tanggal uji"
            past
            value={usual.testedOn}
            onChange={testedOn => testedOn !== null && setUsual({ ...usual, testedOn })}
          />
          <TextInput {...field({ label: 'LSP' })} {...typing(usual.lsp, lsp => setUsual({ ...usual, lsp }))} />
          <TextInput
            {...field({ label: 'Skema' })}
            {...typing(usual.scheme, scheme => setUsual({ ...usual, scheme }))}
          />
        </Columns>
      </Panel>
      <ErrorNote error={error} />
      {save.choice}
      <RejectedValues values={rejected} onClose={() => setRejected([])} />
      {rows.length === 0 ? (
        <NoTrainees code={cohort.code} />
      ) : (
        <>
          <CompetenceBoard
            rows={rows}
            locked={locked}
            waiting={way.waiting}
            questions={save.questions}
            onWrite={(changes, _how, outside) => {
              const read = testWrites(changes, rows, usual, today)
              setRejected([...read.rejected, ...outside.map(text => `“${text}”`)])
              if (read.tests.length === 0) return
              const cells = changes.map(({ rowKey, columnKey }) => [rowKey, columnKey] as const)
              void way.send(read.tests, cells, () =>
                save.run({ code: cohort.code, tests: read.tests, seen: seenTests(rows, read.tests) }),
              )
            }}
          />
          <KeyHints
            hints={[
              gridKeys.letters('KB', 'kompeten, belum'),
              gridKeys.down,
              gridKeys.right,
              gridKeys.paste,
              { ...gridKeys.clear, text: 'hapus' },
            ]}
          />
        </>
      )}
    </CohortFrame>
  )
}

/** The tests of the written people as the grid shows them. */
function seenTests(rows: readonly CompetenceRow[], written: readonly Pick<CompetenceRow, 'enrolmentId'>[]) {
  return rows
    .filter(row => written.some(one => one.enrolmentId === row.enrolmentId))
    .map(({ enrolmentId, test }) => ({ enrolmentId, test }))
}

function formatTest(test: CompetenceRow['test']): string {
  if (!test) return 'kosong'
  return [test.result, test.number, dateText(test.testedOn)].filter(Boolean).join(' · ')
}

function formatFact(rows: readonly CompetenceRow[]): string {
  const competent = rows.filter(row => row.test?.result === 'K').length
  const tested = rows.filter(row => row.test !== null).length
  return tested === 0
    ? 'belum ada hasil'
    : `${tested} diuji · ${competent} kompeten · ${tested - competent} belum kompeten`
}
