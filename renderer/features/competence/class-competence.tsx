import { TextInput } from '@mantine/core'
import { IconFileSpreadsheet, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { CompetenceRow } from '../../../shared/features/competence/contract.ts'
import { refusalWords } from '../../../shared/refusal-words.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { useToday } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { useSerial } from '../../app/use-serial.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { field } from '../../ui/field.tsx'
import { KeyHints } from '../../ui/key-cap.tsx'
import { LeftValues } from '../../ui/left-values.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ClassPage, WithCohort } from '../cohort/class-page.tsx'
import { classPath } from '../cohort/class-tabs.ts'
import styles from './class-competence.module.css'
import { CompetenceBoard } from './competence-board.tsx'
import { testWrites, type UsualTest } from './test-writes.ts'
import { useCompetenceExport } from './use-competence-export.ts'

const title = 'Uji kompetensi BNSP'

/** What an LSP found of the people of a class. Its certificates are printed there and only recorded here. */
export function ClassCompetence({ code }: { code: string }) {
  const reading = useQuery(api.competence.list.queryOptions({ input: { code } }))
  return (
    <WithCohort code={code} tab="graduation" title={title}>
      {cohort =>
        reading.data ? (
          <Results cohort={cohort} rows={reading.data} />
        ) : (
          <ClassPage cohort={cohort} tab="graduation" title={title}>
            <Reading query={reading}>{() => null}</Reading>
          </ClassPage>
        )
      }
    </WithCohort>
  )
}

function Results({ cohort, rows }: { cohort: Cohort; rows: readonly CompetenceRow[] }) {
  const router = useRouter()
  const today = useToday()
  const save = useCommand(api.competence.save)
  const serial = useSerial()
  const sheet = useCompetenceExport()
  const [left, setLeft] = useState<readonly string[]>([])
  const last = rows.findLast(row => row.test !== null)?.test
  const [usual, setUsual] = useState<UsualTest>({
    testedOn: last?.testedOn ?? today,
    lsp: last?.lsp ?? '',
    scheme: last?.scheme ?? '',
  })
  const locked =
    cohort.status === 'cancelled' ? refusalWords({ code: 'cohort_cancelled', cohort: cohort.title }) : undefined
  const tested = rows.filter(row => row.test !== null).length
  const error = save.error ?? sheet.error

  return (
    <ClassPage
      cohort={cohort}
      tab="graduation"
      title={title}
      facts={factWords(rows)}
      fixed
      sideWidth={240}
      side={
        <Panel title="Uji ini">
          <div className={styles.fields}>
            <DateField
              label="Tanggal uji"
              today={today}
              past
              value={usual.testedOn}
              onChange={testedOn => testedOn !== null && setUsual({ ...usual, testedOn })}
            />
            <TextInput
              {...field({ label: 'LSP' })}
              value={usual.lsp}
              onChange={event => setUsual({ ...usual, lsp: event.currentTarget.value })}
            />
            <TextInput
              {...field({ label: 'Skema' })}
              value={usual.scheme}
              onChange={event => setUsual({ ...usual, scheme: event.currentTarget.value })}
            />
            <p className={styles.note}>
              Dipakai untuk setiap hasil yang diketik sesudah ini. Sertifikat kompetensi dicetak LSP atas nama BNSP; di
              sini hanya nomor dan tanggalnya dicatat.
            </p>
          </div>
        </Panel>
      }
      actions={
        <>
          <ActButton onAct={() => router.history.push('/uji-bnsp')}>Semua kelas</ActButton>
          <ActButton
            icon={IconFileSpreadsheet}
            refused={tested === 0 ? 'Belum ada hasil uji.' : undefined}
            onAct={() => sheet.run(cohort.code)}
          >
            Ekspor Excel
          </ActButton>
        </>
      }
    >
      {error !== null && (
        <Note tone="err" live>
          {error}
        </Note>
      )}
      <LeftValues values={left} onClose={() => setLeft([])} />
      {rows.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconUsers}
            title="Belum ada peserta di kelas ini."
            acts={
              <ActButton tone="primary" onAct={() => router.history.push(classPath(cohort.code, 'trainees'))}>
                Isi daftar peserta
              </ActButton>
            }
          />
        </Panel>
      ) : (
        <>
          <CompetenceBoard
            rows={rows}
            locked={locked}
            onWrite={(changes, _how, outside) => {
              const read = testWrites(changes, rows, usual, today)
              setLeft([...read.left, ...outside.map(text => `“${text}”`)])
              if (read.tests.length > 0) void serial(() => save.run({ code: cohort.code, tests: read.tests }))
            }}
          />
          <KeyHints
            hints={[
              { keys: ['K', 'B'], text: 'kompeten, belum' },
              { keys: 'Enter', text: 'turun' },
              { keys: 'Tab', text: 'ke kanan' },
              { keys: 'Ctrl V', text: 'tempel dari Excel' },
              { keys: 'Del', text: 'hapus' },
            ]}
          />
        </>
      )}
    </ClassPage>
  )
}

function factWords(rows: readonly CompetenceRow[]): string {
  const competent = rows.filter(row => row.test?.result === 'K').length
  const tested = rows.filter(row => row.test !== null).length
  return tested === 0
    ? 'belum ada hasil'
    : `${tested} diuji · ${competent} kompeten · ${tested - competent} belum kompeten`
}
