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
import { useRouter } from '@tanstack/react-router'
import { useEffect, useReducer, useState } from 'react'
import type { DesignRow } from '../../../shared/features/certificate-design/contract.ts'
import { type Design, designSchema } from '../../../shared/features/certificate-design/design.ts'
import type { DesignId } from '../../../shared/ids.ts'
import { api, keepShown, useCommand, useRead } from '../../app/client.ts'
import { useSharedCommand } from '../../app/desk/use-shared-command.tsx'
import { errorMessage } from '../../app/error-message.ts'
import { usePaperOutput } from '../../app/file/use-paper-output.ts'
import { UnsavedGuard } from '../../app/unsaved-guard.tsx'
import { type Action, backAction, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { programKeys } from '../../ui/action/program-keys.ts'
import { listKeys } from '../../ui/action/widget-keys.ts'
import { Badge } from '../../ui/feedback/badge.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { toast } from '../../ui/feedback/toast.ts'
import { Page } from '../../ui/page/page.tsx'
import { movedBlock } from './change-block.ts'
import { DesignCanvas } from './design-canvas.tsx'
import { changeHistory, historyOf } from './design-history.ts'
import { DesignPanels } from './design-panels.tsx'
import { designPath, designsPath } from './design-paths.ts'
import { type Trial, TrialBar } from './trial-bar.tsx'
import { VersionList } from './version-list.tsx'

/** Edits a design on its sheet: blocks are chosen, moved and set. The preview is the real paper. */
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
  // The old version being viewed.
  const [viewed, setViewed] = useState<number | null>(null)
  const [trial, setTrial] = useState<Trial>({ side: 'front', code: null, two: false })
  const { side, code, two } = trial
  const checked = designSchema.safeParse(design)
  const old = useRead(api.certificateDesign.version, viewed === null ? null : { id: row.id, version: viewed })
  const [settled] = useDebouncedValue(viewed === null ? design : old.data, 200)
  const shown = designSchema.safeParse(settled)
  const drawable = shown.success ? { design: shown.data, code, two } : null
  const layout = useRead(api.certificateDesign.layOut, drawable, keepShown)
  const preview = useRead(api.certificateDesign.preview, drawable, { ...keepShown, gcTime: 0 })
  const save = useSharedCommand(api.certificateDesign.save, {
    whole: true,
    done: ({ version: saved }) => `Tersimpan sebagai versi ${saved}.`,
    label: ({ row = '', field }) => (field === '' ? `Blok ${row}` : `${row}: ${field}`),
    onStored(output, input) {
      const joined = output.joined !== null || (input.chosen ?? []).length > 0
      // Must be the same object as `design`: unsaved changes are found by comparing references.
      setStored(input.design as Design)
      setVersion(output.version)
      if (isBuiltIn) setMadeAs(output.id)
      // The stored design also contains the changes of the other person, so it is read again.
      else if (joined) void takeStored()
    },
  })
  async function takeStored() {
    const { design: now, row: newest } = await api.certificateDesign.get.call({ id: row.id })
    change({ what: 'change', design: now, step: null })
    setStored(now)
    setVersion(newest.version)
  }
  const setActive = useCommand(api.certificateDesign.setActive, {
    done: () => `Rancangan “${row.name}” ${row.active ? 'disisihkan' : 'dapat dipilih lagi'}.`,
    undo: (_, { id, active }) => api.certificateDesign.setActive.call({ id, active: !active }),
  })
  const output = usePaperOutput()
  const error = save.error ?? setActive.error ?? output.save.error
  const dirty = design !== stored

  const set = (next: Design, step: string | null = null) => change({ what: 'change', design: next, step })

  const store: Action = {
    label: 'Simpan versi',
    needs: 'setting.change',
    keys: 'Ctrl S',
    tone: 'primary',
    pending: save.pending,
    refused: checked.success ? undefined : 'Perbaiki isian yang salah dulu.',
    async run() {
      await save.run({ id: isBuiltIn ? null : row.id, design, seen: isBuiltIn ? null : stored })
    },
  }

  // Leave only after the unsaved state is cleared, otherwise the page asks whether to leave.
  useEffect(() => {
    if (madeAs !== null) router.history.replace(designPath(madeAs))
  }, [madeAs, router])

  const takeAgain: Action = {
    label: 'Pakai lagi versi ini',
    needs: 'setting.change',
    hint: 'pakai lagi',
    keys: 'Ctrl Enter',
    tone: 'primary',
    refused: viewed === version && !dirty && !isBuiltIn ? 'Versi ini yang sedang disunting.' : undefined,
    run() {
      if (!old.data) return
      // The name is not restored with an old version: it may belong to another design by now.
      set({ ...old.data, name: design.name })
      setViewed(null)
      toast(`Versi ${viewed} dimuat. Simpan untuk memakainya.`)
    },
  }

  const aside: Action = {
    label: row.active ? 'Sisihkan' : 'Pakai lagi',
    icon: row.active ? IconArchive : IconArchiveOff,
    refused: dirty ? 'Simpan atau urungkan dulu yang diubah.' : undefined,
    async run() {
      if (await setActive.run({ id: row.id, active: !row.active })) router.history.push(designsPath)
    },
  }
  const send: Action = {
    label: 'Ekspor rancangan',
    icon: IconFileExport,
    async run() {
      const file = await api.certificateDesign.exportFile.call({ id: row.id })
      await output.save.run({ name: file.name, file })
    },
  }
  const undo: Action = {
    label: 'Urungkan',
    keys: programKeys.undo,
    icon: IconArrowBackUp,
    refused: history.past.length === 0 ? 'Belum ada yang diubah.' : undefined,
    run: () => change({ what: 'undo' }),
  }
  const redo: Action = {
    label: 'Ulangi',
    keys: programKeys.redo,
    icon: IconArrowForwardUp,
    refused: history.future.length === 0 ? 'Tidak ada yang diurungkan.' : undefined,
    run: () => change({ what: 'redo' }),
  }
  useActions(
    viewed === null ? [undo, redo, store] : [backAction(() => setViewed(null), 'Kembali menyunting'), takeAgain],
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
      more={viewed === null ? [redo, send, ...(isBuiltIn ? [] : [aside])] : []}
      actions={
        <>
          {viewed === null && <ActionButton action={undo} keyCap={false} />}
          {/* One button for both directions, so that the focus stays on it. */}
          <ActionButton
            icon={viewed === null ? IconHistory : IconPencil}
            refused={version === 0 ? 'Belum ada versi yang tersimpan.' : undefined}
            onAction={() => setViewed(viewed === null ? version : null)}
          >
            {viewed === null ? `Versi (${version})` : 'Kembali menyunting'}
          </ActionButton>
          <ActionButton action={viewed === null ? store : takeAgain} />
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
              listKeys.section('blok'),
              { keys: 'Panah', text: '0,5 mm' },
              { keys: ['Shift', 'Panah'], text: '5 mm' },
            ]}
          />
        ) : (
          <Badge tone="warn" icon={IconEye}>{`Versi ${viewed} dari ${version}, hanya dilihat`}</Badge>
        )}
      </TrialBar>
      <ErrorNote error={checked.success || viewed !== null ? null : (checked.error.issues[0]?.message ?? null)} />
      {save.choice}
      <ErrorNote error={error} />
      <ErrorNote error={(old.error ?? preview.error) && errorMessage(old.error ?? preview.error)} />
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
