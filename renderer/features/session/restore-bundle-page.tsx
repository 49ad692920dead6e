import { Flex, Radio, TextInput } from '@mantine/core'
import { IconFolderSearch, IconRestore } from '@tabler/icons-react'
import { useState } from 'react'
import type { FoundBundle } from '../../../shared/features/backup/contract.ts'
import { sheetName } from '../../../shared/features/computer/recovery-code.ts'
import type { SessionStatus } from '../../../shared/features/session/contract.ts'
import { api, QueryBoundary, readOnce, useCommand, useRead } from '../../app/client.ts'
import { type Action, backAction, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton, ActionButtons } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { submitting } from '../../ui/form/enter-moves-on.ts'
import { field, typing } from '../../ui/form/field.tsx'
import { SheetCodeField, useSheetCode } from '../../ui/form/sheet-code-field.tsx'
import { StickyBar } from '../../ui/form/sticky-bar.tsx'
import { useFirstField } from '../../ui/form/use-first-field.ts'
import { megabytes } from '../../ui/page/bytes-format.ts'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { GatePage } from './gate-page.tsx'
import styles from './restore-bundle-page.module.css'
import { Steps } from './set-up/steps.tsx'
import { SnapshotList } from './snapshot-list.tsx'

interface RestoreBundlePageProps {
  status: SessionStatus
  /** True if there is data here; it is kept beside the restored data. */
  present: boolean
  onBack: () => void
}

/** Restores a centre from a stick, a network folder or another folder with the recovery sheet alone. */
export function RestoreBundlePage({ status, present, onBack }: RestoreBundlePageProps) {
  const [typed, setTyped] = useState('')
  const [folder, setFolder] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const sheet = useSheetCode()
  const found = useRead(api.backup.find, { folder }, { ...readOnce, retry: false })
  const restore = useCommand(api.backup.restore, {
    done: ({ madeAt, centre }) => `${centre} kembali seperti ${formatMoment(madeAt)}. Masuk seperti biasa.`,
  })
  const fields = useFirstField<HTMLDivElement>()
  const bundles = found.data ?? []
  const bundle = bundles.find(one => one.from === chosen) ?? bundles[0] ?? null
  const path = typed.trim()

  const search: Action = {
    label: 'Cari di sana',
    icon: IconFolderSearch,
    pending: found.isFetching,
    refused: path === '' ? 'Tulis folder atau diskanya dulu.' : undefined,
    run: () => {
      setChosen(null)
      if (folder === path) return found.refetch()
      setFolder(path)
    },
  }
  const goOn = primaryAction(
    'Ctrl Enter',
    bundle ? `Pulihkan ${formatMoment(bundle.madeAt)}` : 'Pulihkan',
    () => bundle && restore.run({ from: bundle.from, code: sheet.code }),
    {
      hint: 'pulihkan',
      icon: IconRestore,
      pending: restore.pending,
      refused: bundle === null ? 'Pilih cadangannya dulu.' : sheet.refused,
    },
  )
  const goBack = backAction(onBack)
  useActions([goOn, goBack])
  return (
    <GatePage
      title="Pulihkan dari cadangan"
      lead="Cukup berkas cadangan dan lembar pemulihan; komputer lamanya tidak perlu"
      aside={
        <Steps
          step={bundle === null ? 0 : 1}
          steps={[
            { title: 'Pilih cadangan', detail: 'di diska USB, folder jaringan, atau folder lain' },
            { title: 'Ketik kode lembar', detail: 'dari kertas di brankas, delapan kelompok' },
            { title: 'Masuk seperti biasa', detail: 'nama dan sandi ikut kembali' },
          ]}
        />
      }
      bar={
        <StickyBar note={<KeyHints hints={[goOn, goBack]} />}>
          <ActionButtons actions={[goBack, goOn]} />
        </StickyBar>
      }
    >
      <Flex maw="44rem" direction="column" gap="0.875rem" ref={fields}>
        <ErrorNote error={restore.error} />
        <Panel title="Cadangan" extra={bundles.length > 0 && `${bundles.length} ditemukan`}>
          <form className={styles.search} onSubmit={submitting(() => path !== '' && search.run())}>
            <TextInput
              {...field({ label: 'Diska atau folder', hint: 'Seperti E:\\ atau \\\\NAS-DINAS\\blk' })}
              {...typing(typed, setTyped)}
              spellCheck={false}
              maxLength={1000}
            />
            <ActionButton action={search} />
          </form>
          <QueryBoundary query={found} rows={3}>
            {() =>
              bundle === null ? (
                <p className={layout.note}>{folder === null ? nothingPlugged : `Tidak ada cadangan di ${folder}.`}</p>
              ) : (
                <Found bundles={bundles} chosen={bundle} onChoose={setChosen} />
              )
            }
          </QueryBoundary>
        </Panel>
        {bundle && (
          <Panel title={`Lembar pemulihan ${sheetName(bundle.sheet)}`}>
            <SheetCodeField sheet={sheet} />
          </Panel>
        )}
        {present && (
          <Note>Berkas yang sekarang disimpan di samping, tidak dihapus. Nomor surat tidak dipakai dua kali.</Note>
        )}
        {status.snapshots.length > 0 && (
          <Panel title="Cadangan di folder data ini" facts="tanpa lembar" flush>
            <SnapshotList snapshots={status.snapshots} proven={status.provenSnapshot} />
          </Panel>
        )}
      </Flex>
    </GatePage>
  )
}

const nothingPlugged = 'Tidak ada cadangan di diska yang tertancap. Tancapkan diskanya, atau tulis foldernya di atas.'

interface FoundProps {
  bundles: readonly FoundBundle[]
  chosen: FoundBundle
  onChoose: (from: string) => void
}

function Found({ bundles, chosen, onChoose }: FoundProps) {
  return (
    <Radio.Group aria-label="Cadangan yang ditemukan" value={chosen.from} onChange={onChoose}>
      <div className={styles.found}>
        {bundles.map(one => (
          <Radio
            key={one.from}
            value={one.from}
            label={formatMoment(one.madeAt)}
            description={`${one.folder} · ${megabytes(one.bytes)} · lembar ${sheetName(one.sheet)}`}
            classNames={{ root: layout.card ?? '', label: layout.strong ?? '' }}
          />
        ))}
      </div>
    </Radio.Group>
  )
}
