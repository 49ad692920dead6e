import { useDebouncedValue } from '@mantine/hooks'
import {
  IconArchive,
  IconArchiveOff,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconEye,
  IconFileExport,
  IconHistory,
  IconPencil,
} from '@tabler/icons-react'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useReducer, useState } from 'react'
import type { DesignRow } from '../../../shared/features/certificate-design/contract.ts'
import { type Design, designSchema } from '../../../shared/features/certificate-design/design.ts'
import type { DesignId } from '../../../shared/ids.ts'
import { api } from '../../app/client.ts'
import { errorMessage } from '../../app/error-message.ts'
import { UnsavedGuard } from '../../app/unsaved-guard.tsx'
import { useCommand } from '../../app/use-command.ts'
import { usePaperOutput } from '../../app/use-paper-output.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { useKeys } from '../../ui/action/use-keys.ts'
import { Badge } from '../../ui/feedback/badge.tsx'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { toast } from '../../ui/feedback/toast.tsx'
import { Page } from '../../ui/page/page.tsx'
import { movedBlock } from './change-block.ts'
import { DesignCanvas } from './design-canvas.tsx'
import { changeHistory, historyOf } from './design-history.ts'
import { DesignPanels } from './design-panels.tsx'
import { designPath, designsPath } from './design-paths.ts'
import { type Trial, TrialBar } from './trial-bar.tsx'
import { VersionList } from './version-list.tsx'

/** A design on its sheet: blocks are chosen, moved and set; what is seen is the real paper. */
export function DesignEditor({ row, design: saved }: { row: DesignRow; design: Design }) {
  const router = useRouter()
  const isBuiltIn = row.builtIn !== null
  const [history, change] = useReducer(
    changeHistory,
    isBuiltIn ? { ...saved, name: `${saved.name} balai` } : saved,
    historyOf,
  )
  const design = history.present
  const [stored, setStored] = useState(design)
  const [version, setVersion] = useState(row.version)
  const [madeAs, setMadeAs] = useState<DesignId | null>(null)
  const [selected, setSelected] = useState<string | null>(null)
  // The version that is looked at instead of what is being changed.
  const [viewed, setViewed] = useState<number | null>(null)
  const [trial, setTrial] = useState<Trial>({ side: 'front', code: null, two: false })
  const { side, code, two } = trial
  const checked = designSchema.safeParse(design)
  const old = useQuery(
    api.certificateDesign.version.queryOptions({
      input: viewed === null ? skipToken : { id: row.id, version: viewed },
    }),
  )
  const [settled] = useDebouncedValue(viewed === null ? design : old.data, 200)
  const shown = designSchema.safeParse(settled)
  const drawable = shown.success ? { design: shown.data, code, two } : skipToken
  const layout = useQuery({
    ...api.certificateDesign.layOut.queryOptions({ input: drawable }),
    placeholderData: keepPreviousData,
  })
  const preview = useQuery({
    ...api.certificateDesign.preview.queryOptions({ input: drawable }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const save = useCommand(api.certificateDesign.save, {
    done: ({ version }) => `Tersimpan sebagai versi ${version}.`,
  })
  const setActive = useCommand(api.certificateDesign.setActive, {
    done: () => `Rancangan “${row.name}” ${row.active ? 'disisihkan' : 'dapat dipilih lagi'}.`,
  })
  const output = usePaperOutput()
  const error = save.error ?? setActive.error ?? output.save.error
  const dirty = design !== stored

  const set = (next: Design, step: string | null = null) => change({ what: 'change', design: next, step })

  async function store() {
    if (!checked.success) return
    const done = await save.run({ id: isBuiltIn ? null : row.id, design })
    if (!done) return
    setStored(design)
    setVersion(done.output.version)
    if (isBuiltIn) setMadeAs(done.output.id)
  }

  // Only once nothing is unsaved any more, or the page would ask whether to leave it.
  useEffect(() => {
    if (madeAs !== null) router.history.replace(designPath(madeAs))
  }, [madeAs, router])

  const kept = viewed === version && !dirty && !isBuiltIn ? 'Versi ini yang sedang disunting.' : undefined

  function takeAgain() {
    if (!old.data || kept !== undefined) return
    // What a design is called is not taken back with its look: the name may be another one's by now.
    set({ ...old.data, name: design.name })
    setViewed(null)
    toast(`Versi ${viewed} dimuat. Simpan untuk memakainya.`)
  }

  async function putAside() {
    if (await setActive.run({ id: row.id, active: !row.active })) router.history.push(designsPath)
  }

  async function exportFile() {
    const file = await api.certificateDesign.exportFile.call({ id: row.id })
    await output.save.run({ name: file.name, file })
  }

  useKeys(
    viewed === null
      ? [
          { keys: 'Ctrl Z', label: 'urungkan', run: () => change({ what: 'undo' }) },
          { keys: 'Ctrl Y', label: 'ulangi', run: () => change({ what: 'redo' }) },
          { keys: 'Ctrl S', label: 'simpan versi', run: store, whileTyping: true },
        ]
      : [
          { keys: 'Esc', label: 'kembali menyunting', run: () => setViewed(null) },
          { keys: 'Ctrl Enter', label: 'pakai lagi', run: takeAgain },
        ],
  )

  const warnings = layout.data?.warnings ?? []
  return (
    <Page
      fixed
      title={design.name || 'Rancangan'}
      crumbs={[
        { label: 'Sertifikat', path: '/sertifikat' },
        { label: 'Rancangan', path: designsPath },
      ]}
      facts={isBuiltIn ? 'salinan dari rancangan bawaan' : `versi ${version}`}
      actions={
        <>
          {viewed === null && (
            <>
              <ActionButton
                icon={IconArrowBackUp}
                {...(history.past.length === 0 ? { refused: 'Belum ada yang diubah.' } : {})}
                onAction={() => change({ what: 'undo' })}
              >
                Urungkan
              </ActionButton>
              <ActionButton
                icon={IconArrowForwardUp}
                {...(history.future.length === 0 ? { refused: 'Tidak ada yang diurungkan.' } : {})}
                onAction={() => change({ what: 'redo' })}
              >
                Ulangi
              </ActionButton>
            </>
          )}
          {/* One button there and back, so that the focus has where to return to. */}
          <ActionButton
            icon={viewed === null ? IconHistory : IconPencil}
            {...(version === 0 ? { refused: 'Belum ada versi yang tersimpan.' } : {})}
            onAction={() => setViewed(viewed === null ? version : null)}
          >
            {viewed === null ? `Versi (${version})` : 'Kembali menyunting'}
          </ActionButton>
          {viewed === null ? (
            <>
              <ActionButton icon={IconFileExport} onAction={exportFile}>
                Ekspor
              </ActionButton>
              {!isBuiltIn && (
                <ActionButton
                  icon={row.active ? IconArchive : IconArchiveOff}
                  {...(dirty ? { refused: 'Simpan atau urungkan dulu yang diubah.' } : {})}
                  onAction={putAside}
                >
                  {row.active ? 'Sisihkan' : 'Pakai lagi'}
                </ActionButton>
              )}
              <ActionButton
                tone="primary"
                keys="Ctrl S"
                pending={save.pending}
                {...(checked.success ? {} : { refused: 'Perbaiki isian yang salah dulu.' })}
                onAction={store}
              >
                Simpan versi
              </ActionButton>
            </>
          ) : (
            <ActionButton tone="primary" keys="Ctrl Enter" refused={kept} onAction={takeAgain}>
              Pakai lagi versi ini
            </ActionButton>
          )}
        </>
      }
      side={
        viewed === null ? (
          <DesignPanels
            design={design}
            selected={selected}
            two={two}
            onSelect={setSelected}
            onChange={set}
            warnings={warnings}
          />
        ) : (
          <VersionList id={row.id} current={viewed} onCurrent={setViewed} />
        )
      }
    >
      <TrialBar trial={trial} onChange={setTrial}>
        {viewed === null ? (
          <KeyHints
            hints={[
              { keys: 'Tab', text: 'blok' },
              { keys: 'Panah', text: '0,5 mm' },
              { keys: ['Shift', 'Panah'], text: '5 mm' },
            ]}
          />
        ) : (
          <Badge tone="warn" icon={IconEye}>{`Versi ${viewed} dari ${version}, hanya dilihat`}</Badge>
        )}
      </TrialBar>
      {!checked.success && viewed === null && (
        <Note tone="err" live>
          {checked.error.issues[0]?.message}
        </Note>
      )}
      <ErrorNote error={error} />
      {(old.error ?? preview.error) !== null && <Note tone="err">{errorMessage(old.error ?? preview.error)}</Note>}
      <DesignCanvas
        pdf={preview.data ?? null}
        page={side === 'front' ? 0 : 1}
        design={design}
        boxes={side === 'front' && viewed === null ? (layout.data?.boxes ?? []) : []}
        warned={new Set(warnings.map(warning => warning.key))}
        selected={selected}
        onSelect={setSelected}
        onMove={(key, right, down) => set(movedBlock(design, key, right, down, two), `move ${key}`)}
      />
      <UnsavedGuard dirty={dirty} words="Rancangan ini belum disimpan." />
    </Page>
  )
}
