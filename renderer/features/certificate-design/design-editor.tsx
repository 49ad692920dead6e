import { Checkbox, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArchive, IconArchiveOff, IconArrowBackUp, IconArrowForwardUp, IconFileExport } from '@tabler/icons-react'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useReducer, useState } from 'react'
import type { DesignRow } from '../../../shared/features/certificate-design/contract.ts'
import { type Design, designSchema } from '../../../shared/features/certificate-design/design.ts'
import type { DesignId } from '../../../shared/ids.ts'
import { api } from '../../app/client.ts'
import { errorWords } from '../../app/error-words.ts'
import { UnsavedGuard } from '../../app/unsaved-guard.tsx'
import { useCommand } from '../../app/use-command.ts'
import { usePaperOutput } from '../../app/use-paper-output.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { KeyHints } from '../../ui/key-cap.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { SwitchBar } from '../../ui/switch-bar.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { movedBlock } from './change-block.ts'
import { DesignCanvas } from './design-canvas.tsx'
import styles from './design-editor.module.css'
import { changeHistory, historyOf } from './design-history.ts'
import { DesignPanels } from './design-panels.tsx'
import { designPath, designsPath } from './design-paths.ts'

const longest = 'terpanjang'

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
  const [side, setSide] = useState<'front' | 'back'>('front')
  const [two, setTwo] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const classes = useQuery(api.cohort.list.queryOptions({ input: {} }))
  const checked = designSchema.safeParse(design)
  const [settled] = useDebouncedValue(design, 200)
  const drawable = designSchema.safeParse(settled).success ? { design: settled, code, two } : skipToken
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

  async function putAside() {
    if (await setActive.run({ id: row.id, active: !row.active })) router.history.push(designsPath)
  }

  async function exportFile() {
    const file = await api.certificateDesign.exportFile.call({ id: row.id })
    await output.save.run({ name: file.name, file })
  }

  useKeys([
    { keys: 'Ctrl Z', label: 'urungkan', run: () => change({ what: 'undo' }) },
    { keys: 'Ctrl Y', label: 'ulangi', run: () => change({ what: 'redo' }) },
    { keys: 'Ctrl S', label: 'simpan versi', run: store, whileTyping: true },
  ])

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
          <ActButton
            icon={IconArrowBackUp}
            label="Urungkan"
            {...(history.past.length === 0 ? { refused: 'Belum ada yang diubah.' } : {})}
            onAct={() => change({ what: 'undo' })}
          >
            Urungkan
          </ActButton>
          <ActButton
            icon={IconArrowForwardUp}
            label="Ulangi"
            {...(history.future.length === 0 ? { refused: 'Tidak ada yang diurungkan.' } : {})}
            onAct={() => change({ what: 'redo' })}
          >
            Ulangi
          </ActButton>
          <ActButton icon={IconFileExport} onAct={exportFile}>
            Ekspor
          </ActButton>
          {!isBuiltIn && (
            <ActButton
              icon={row.active ? IconArchive : IconArchiveOff}
              {...(dirty ? { refused: 'Simpan atau urungkan dulu yang diubah.' } : {})}
              onAct={putAside}
            >
              {row.active ? 'Sisihkan' : 'Pakai lagi'}
            </ActButton>
          )}
          <ActButton
            tone="primary"
            keys="Ctrl S"
            pending={save.pending}
            {...(checked.success ? {} : { refused: 'Perbaiki isian yang salah dulu.' })}
            onAct={store}
          >
            Simpan versi
          </ActButton>
        </>
      }
      side={
        <DesignPanels
          design={design}
          selected={selected}
          two={two}
          onSelect={setSelected}
          onChange={set}
          warnings={warnings}
        />
      }
    >
      <div className={styles.bar}>
        <SwitchBar
          label="Sisi"
          size="small"
          options={[
            { value: 'front', label: 'Depan' },
            { value: 'back', label: 'Belakang' },
          ]}
          value={side}
          onChange={setSide}
        />
        <Select
          aria-label="Coba dengan nama terpanjang dari"
          className={styles.trial}
          size="xs"
          data={[
            { value: longest, label: 'Contoh: nama 60 huruf, 20 unit' },
            ...(classes.data ?? []).map(one => ({ value: one.code, label: `Nama terpanjang ${one.code}` })),
          ]}
          value={code ?? longest}
          onChange={value => setCode(value === longest ? null : value)}
          allowDeselect={false}
        />
        <Checkbox
          size="xs"
          label="Dua penanda tangan"
          checked={two}
          onChange={event => setTwo(event.currentTarget.checked)}
        />
        <span className={styles.keys}>
          <KeyHints
            hints={[
              { keys: 'Tab', text: 'blok' },
              { keys: 'Panah', text: '0,5 mm' },
              { keys: ['Shift', 'Panah'], text: '5 mm' },
            ]}
          />
        </span>
      </div>
      {!checked.success && (
        <Note tone="err" live>
          {checked.error.issues[0]?.message}
        </Note>
      )}
      {error !== null && (
        <Note tone="err" live>
          {error}
        </Note>
      )}
      {preview.error !== null && <Note tone="err">{errorWords(preview.error)}</Note>}
      <DesignCanvas
        pdf={preview.data ?? null}
        page={side === 'front' ? 0 : 1}
        design={design}
        boxes={side === 'front' ? (layout.data?.boxes ?? []) : []}
        warned={new Set(warnings.map(warning => warning.key))}
        selected={selected}
        onSelect={setSelected}
        onMove={(key, right, down) => set(movedBlock(design, key, right, down, two), `move ${key}`)}
      />
      <UnsavedGuard dirty={dirty} words="Rancangan ini belum disimpan." />
    </Page>
  )
}
