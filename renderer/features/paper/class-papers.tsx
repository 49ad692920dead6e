import { Select } from '@mantine/core'
import { IconDeviceFloppy, IconEye, IconPackage, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { type PaperSize, paperSizes } from '../../../shared/features/centre/centre.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { PaperRow } from '../../../shared/features/paper/contract.ts'
import { hasSheetADay, isAlwaysA4, type PaperKey } from '../../../shared/features/paper/paper-key.ts'
import { shortDay } from '../../../shared/kernel/date-words.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { useCommand } from '../../app/use-command.ts'
import { usePaperOutput } from '../../app/use-paper-output.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { Badge } from '../../ui/badge.tsx'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SwitchBar } from '../../ui/switch-bar.tsx'
import { ClassPage, WithCohort } from '../cohort/class-page.tsx'
import { classPath } from '../cohort/class-tabs.ts'
import { provisionPath } from '../provision/provision-path.ts'
import styles from './class-papers.module.css'
import { usePaperDialog } from './use-paper-dialog.tsx'

export interface ClassPapersProps {
  code: string
  /** Null for the size of the centre. */
  size: PaperSize | null
  /** Day of the daily sheet; null for all days. */
  day: number | null
  /** Opened at once: a link from elsewhere. */
  first: PaperKey | null
}

/** Berkas: every paper of the class, what it waits for, and how it gets out of the program. */
export function ClassPapers({ code, ...asked }: ClassPapersProps) {
  return (
    <WithCohort code={code} tab="papers" title="Berkas">
      {cohort => <Papers cohort={cohort} {...asked} />}
    </WithCohort>
  )
}

function Papers({ cohort, size, day, first }: Omit<ClassPapersProps, 'code'> & { cohort: Cohort }) {
  const router = useRouter()
  const papers = useQuery(api.paper.list.queryOptions({ input: { code: cohort.code } }))
  const centre = useQuery(api.centre.get.queryOptions({ input: {} }))
  const make = useCommand(api.paper.make)
  const output = usePaperOutput()
  const dialog = usePaperDialog(cohort, first)
  const [warnings, setWarnings] = useState<readonly string[]>([])
  const usedSize = size ?? centre.data?.centre.paperSize ?? null
  const error = make.error ?? output.print.error ?? output.save.error

  function show(next: { size?: PaperSize | null; day?: number | null }) {
    const search = new URLSearchParams()
    const wanted = { size, day, ...next }
    if (wanted.size !== null) search.set('ukuran', wanted.size)
    if (wanted.day !== null) search.set('hari', String(wanted.day))
    const query = search.toString()
    router.history.replace(`${classPath(cohort.code, 'papers')}${query === '' ? '' : `?${query}`}`)
  }
  function open({ key, waitsFor }: PaperRow) {
    if (waitsFor === null)
      dialog.open({
        key,
        ...(day !== null && hasSheetADay(key) ? { day } : {}),
        ...(size === null ? {} : { size }),
      })
  }
  async function send({ key, title }: PaperRow, how: 'print' | 'save') {
    const made = await make.run({ code: cohort.code, key, size, day: hasSheetADay(key) ? day : null })
    if (!made) return
    setWarnings(made.output.warnings.map(warning => `${title}: ${warning}`))
    const { file } = made.output
    await (how === 'print' ? output.print.run({ title, pdf: file }) : output.save.run({ name: file.name, file }))
  }

  const columns: DataColumn<PaperRow>[] = [
    { key: 'title', head: 'Berkas', names: true, cell: row => <b className={styles.title}>{row.title}</b> },
    { key: 'size', head: 'Kertas', width: '5rem', cell: row => (isAlwaysA4(row.key) ? 'A4' : usedSize) },
    {
      key: 'state',
      head: 'Keadaan',
      width: '19rem',
      cell: row =>
        row.waitsFor === null ? (
          <Badge tone="ok" signed>
            siap
          </Badge>
        ) : (
          <span>{row.waitsFor}</span>
        ),
    },
    {
      key: 'acts',
      head: 'Tindakan',
      width: '18rem',
      align: 'end',
      cell: row => (
        <span className={styles.acts}>
          <ActButton
            size="xs"
            icon={IconEye}
            label={`Lihat ${row.title}`}
            refused={row.waitsFor ?? undefined}
            onAct={() => open(row)}
          >
            Lihat
          </ActButton>
          <ActButton
            size="xs"
            icon={IconPrinter}
            label={`Cetak ${row.title}`}
            refused={row.waitsFor ?? undefined}
            onAct={() => send(row, 'print')}
          >
            Cetak
          </ActButton>
          <ActButton
            size="xs"
            icon={IconDeviceFloppy}
            label={`Simpan ${row.title}`}
            refused={row.waitsFor ?? undefined}
            onAct={() => send(row, 'save')}
          >
            Simpan
          </ActButton>
        </span>
      ),
    },
  ]

  return (
    <ClassPage
      cohort={cohort}
      tab="papers"
      title="Berkas"
      facts={
        papers.data && `${papers.data.filter(row => row.waitsFor === null).length} dari ${papers.data.length} siap`
      }
      fixed
      actions={
        <>
          <ActButton icon={IconPackage} onAct={() => router.history.push(provisionPath(cohort.code))}>
            Perlengkapan
          </ActButton>
          <Select
            aria-label="Hari untuk daftar hadir harian"
            w={230}
            value={day === null ? 'all' : String(day)}
            onChange={value => show({ day: value === null || value === 'all' ? null : Number(value) })}
            data={[
              { value: 'all', label: 'Daftar hadir semua hari' },
              ...cohort.days.map(one => ({
                value: String(one.n),
                label: `Daftar hadir hari ke-${one.n}, ${shortDay(one.date)}`,
              })),
            ]}
          />
          <SwitchBar
            label="Ukuran kertas"
            options={paperSizes.map(value => ({ value, label: value }))}
            value={usedSize}
            onChange={value => show({ size: value })}
          />
        </>
      }
    >
      {error !== null && (
        <Note tone="err" live>
          {error}
        </Note>
      )}
      {warnings.length > 0 && (
        <Note tone="warn" live title="Periksa:">
          {warnings.join(' · ')}
        </Note>
      )}
      <Panel flush fill label="Berkas kelas">
        <Reading query={papers} rows={9}>
          {rows => (
            <DataTable
              label={`${rows.length} berkas`}
              rows={rows}
              columns={columns}
              rowKey={row => row.key}
              rowLabel={row => row.title}
              rowHeight={2.75}
              onOpen={open}
              autoFocus
              empty={<EmptyState title="Belum ada berkas." />}
            />
          )}
        </Reading>
      </Panel>
      {dialog.dialog}
    </ClassPage>
  )
}
