import { Flex } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { DesignList, DesignRow } from '../../../shared/features/certificate-design/contract.ts'
import type { Design } from '../../../shared/features/certificate-design/design.ts'
import type { ProgramRow } from '../../../shared/features/program/contract.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'
import { api, QueryBoundary, useCommand, useRead, useToday } from '../../app/client.ts'
import { FileDialog } from '../../app/file/file-dialog.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { listKeys } from '../../ui/action/widget-keys.ts'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { HiddenFile } from '../../ui/form/hidden-file.tsx'
import layout from '../../ui/page/layout.module.css'
import { nextSectionAction } from '../../ui/page/next-section.ts'
import { Page } from '../../ui/page/page.tsx'
import { BlankShifts } from './blank-shifts.tsx'
import { certificateTabs } from './certificate-tabs.ts'
import styles from './design-card.module.css'
import { DesignCard } from './design-card.tsx'
import { DesignChoices } from './design-choices.tsx'
import { designPath, designsPath } from './design-paths.ts'

export const designListRoute = pageRoute(designsPath, DesignListPage)

/** The designs, which programs use them, and the print offsets of printers. */
function DesignListPage() {
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const list = useRead(api.certificateDesign.list, {})
  const programs = useRead(api.program.list, {})
  const bringIn = useCommand(api.certificateDesign.importFile, { done: ({ name }) => `Rancangan “${name}” diimpor.` })
  const data = list.data && programs.data ? { list: list.data, programs: programs.data } : undefined
  const designs = list.data?.designs ?? []
  const issued = designs.reduce((sum, row) => sum + row.issued, 0)
  const klasik = designs.find(row => row.builtIn === 'klasik')

  async function take(file: File | undefined) {
    if (!file) return
    const done = await bringIn.run({ file })
    if (done) router.history.push(designPath(done.output.id))
  }
  const create = primaryAction('Alt B', 'Rancangan baru', () => klasik && router.history.push(designPath(klasik.id)), {
    needs: 'setting.change',
    icon: IconPlus,
    refused: klasik ? undefined : 'Daftarnya masih dibaca.',
  })
  useActions([create])

  return (
    <Page
      title="Sertifikat"
      tabs={certificateTabs('designs')}
      facts={data && `${designs.length} rancangan · ${issued.toLocaleString('id-ID')} terbit`}
      actions={
        <>
          <HiddenFile ref={input} label="Berkas rancangan" accept=".json" onFiles={([file]) => take(file)} />
          <ActionButton
            needs="setting.change"
            icon={IconFileImport}
            pending={bringIn.pending}
            onAction={() => input.current?.click()}
          >
            Impor rancangan
          </ActionButton>
          <ActionButton action={create} />
        </>
      }
    >
      <ErrorNote error={bringIn.error} />
      <QueryBoundary query={{ data, error: list.error ?? programs.error, refetch: list.refetch }} rows={9}>
        {read => <Designs list={read.list} programs={read.programs} />}
      </QueryBoundary>
    </Page>
  )
}

function Designs({ list, programs }: { list: DesignList; programs: readonly ProgramRow[] }) {
  const router = useRouter()
  const year = yearOf(useToday())
  const page = useRef<HTMLDivElement>(null)
  const cards = useRef<HTMLDivElement>(null)
  const rows = list.designs.toSorted((a, b) => Number(b.active) - Number(a.active))
  const [chosen, setChosen] = useState(() => mostUsed(rows))
  const [example, setExample] = useState<Design | null>(null)
  const copy = useCommand(api.certificateDesign.save, { done: () => 'Salinannya siap diubah.' })
  const current = rows.find(row => row.id === chosen) ?? rows[0]
  const klasik = list.designs.find(row => row.builtIn === 'klasik')?.id
  const forAll = list.choices.find(choice => choice.programId === null)?.designId ?? klasik

  // The page starts on the card used most.
  useEffect(() => cards.current?.querySelector<HTMLElement>('article[tabindex="0"]')?.focus(), [])

  /** Arrows move between cards and Enter opens one; buttons inside keep their keys. */
  function press(event: KeyboardEvent<HTMLElement>) {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('article')]
    const at = all.findIndex(card => card.contains(document.activeElement))
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const onCard = document.activeElement?.tagName === 'ARTICLE'
    if (by !== undefined) all[at + by]?.focus()
    else if (event.key === 'Enter' && onCard && current) open(current)
    else return
    event.preventDefault()
  }
  const open = (row: DesignRow) => router.history.push(designPath(row.id))
  async function duplicate(row: DesignRow) {
    if (row.builtIn) return open(row)
    const { design } = await api.certificateDesign.get.call({ id: row.id })
    const made = await copy.run({ id: null, design: { ...design, name: `${design.name} salinan` } })
    if (made) router.history.push(designPath(made.output.id))
  }
  const show: Action = {
    label: 'Cetak contoh',
    keys: 'C',
    async run() {
      if (current) setExample((await api.certificateDesign.get.call({ id: current.id })).design)
    },
  }
  const duplicateCurrent: Action = {
    label: 'Salin rancangan',
    needs: 'setting.change',
    keys: 'D',
    run: () => current && duplicate(current),
  }
  useActions([show, duplicateCurrent, nextSectionAction(page)])

  return (
    <div ref={page} className={layout.stack}>
      <ErrorNote error={copy.error} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows go from card to card */}
      <div ref={cards} className={styles.cards} onKeyDown={press} data-section>
        {rows.map(row => (
          <DesignCard
            key={row.id}
            row={row}
            forOthers={row.id === forAll}
            programs={programs
              .filter(one => list.choices.some(choice => choice.programId === one.id && choice.designId === row.id))
              .map(one => one.title)}
            thisYear={{
              year,
              count: list.issued.filter(one => one.designId === row.id).reduce((sum, one) => sum + one.count, 0),
            }}
            current={row.id === current?.id}
            onCurrent={() => setChosen(row.id)}
            onExample={setExample}
            onEdit={() => open(row)}
          />
        ))}
      </div>
      <DesignChoices list={list} programs={programs} />
      <Flex wrap="wrap" justify="space-between" gap="0.25rem 1rem">
        <KeyHints
          hints={[
            listKeys.pages('rancangan'),
            listKeys.open('ubah'),
            { ...show, hint: 'cetak contoh' },
            duplicateCurrent,
          ]}
        />
        <p className={layout.detail}>
          Tiap simpanan menjadi versi baru; contoh dicetak dengan nama 60 huruf dan 20 unit.
        </p>
      </Flex>
      <div data-section>
        <BlankShifts shifts={list.shifts} />
      </div>
      {example && <ExampleDialog design={example} onClose={() => setExample(null)} />}
    </div>
  )
}

/** Prints an example of a design, marked as such. */
function ExampleDialog({ design, onClose }: { design: Design; onClose: () => void }) {
  // The card shows the same paper. Reading it again would empty the preview for a moment, and Enter would be refused.
  const paper = useRead(api.certificateDesign.preview, { design, code: null, two: false }, { staleTime: 'static' })
  return <FileDialog title={`Contoh rancangan ${design.name}`} query={paper} onClose={onClose} />
}

function mostUsed(rows: readonly DesignRow[]): DesignRow['id'] | undefined {
  return rows.toSorted((a, b) => b.issued - a.issued)[0]?.id
}
